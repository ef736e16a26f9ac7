using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.FollowUps;

/// <summary>Which open follow-ups are asked for.</summary>
public enum Due
{
    /// <summary>Due before now.</summary>
    Overdue,

    /// <summary>Due on this day, where the agency is, be it earlier or later than now.</summary>
    Today,

    /// <summary>Due on this day or one of the six after it; what was due before today is overdue, and not of the week.</summary>
    Week,
}

/// <summary>Whom a follow-up is for.</summary>
public sealed record FollowUpLead(long Id, string? Name, LeadStatus Status, Priority Priority, int Score, long? AssignedAgentId);

/// <summary>An open follow-up with its lead, as a list of what is due has it.</summary>
public sealed record DueFollowUp(long Id, long LeadId, DateTime DueAt, string? Note, DateTime CreatedAt, FollowUpLead Lead);

/// <summary>One page of open follow-ups.</summary>
public sealed record FollowUpsAnswer(IReadOnlyList<DueFollowUp> FollowUps, Pagination Pagination)
{
    public bool Success => true;
}

public static class ListFollowUps
{
    private const string Columns = "f.id, f.lead_id, f.due_at, f.note, f.created_at, l.name, l.status, l.priority, l.score, l.assigned_agent_id";

    // Without an agent the open follow-ups are walked as they are due; their leads are there, so only a page's are looked at.
    private const string Everyones = "follow_ups f WHERE f.agency_id = @agency AND f.completed_at IS NULL AND f.due_at >= @from AND f.due_at < @until";

    // With one, from those of its leads whose earliest open follow-up comes in time. The plus keeps SQLite from walking everyone's instead.
    private const string Agents = """
        leads l CROSS JOIN follow_ups f ON f.agency_id = l.agency_id AND f.lead_id = l.id
        WHERE l.agency_id = @agency AND l.assigned_agent_id = @agent AND l.next_follow_up_at < @until
            AND f.completed_at IS NULL AND +f.due_at >= @from AND +f.due_at < @until
        """;

    private const string EveryonesSql = $"""
        SELECT {Columns}
        FROM (SELECT f.id FROM {Everyones} ORDER BY f.due_at, f.id LIMIT @take OFFSET @skip) page
        JOIN follow_ups f ON f.id = page.id JOIN leads l ON l.agency_id = f.agency_id AND l.id = f.lead_id
        ORDER BY f.due_at, f.id
        """;

    private const string AgentsSql = $"SELECT {Columns} FROM {Agents} ORDER BY f.due_at, f.id LIMIT @take OFFSET @skip";

    /// <summary>
    /// The follow-ups that are open, the earliest first: all, or those due before now (overdue), on this day (today) or on this and the next six
    /// days (week) of the agency's calendar; of everyone, or of the leads assigned to one agent.
    /// </summary>
    public static async Task<Results<Ok<FollowUpsAnswer>, ProblemHttpResult>> Get(
        [FromQuery(Name = "agent_id"), Whole(1, int.MaxValue)] string? agentId,
        [FromQuery(Name = "due"), Choice("overdue", "today", "week")] string? due,
        [FromQuery(Name = "page"), Whole(1, Default = 1)] string? page,
        [FromQuery(Name = "per_page"), Whole(1, Paging.MostPerPage, Default = Paging.DefaultPerPage)] string? perPage,
        Reading sql,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var paging = Paging.Read(check, page, perPage);
        var agent = check.Whole("agent_id", agentId, 1, int.MaxValue);
        var (from, until) = Window(check.One<Due>("due", due), caller.Agency, clock.Now());
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        List<Arg> args = [("from", from), ("until", until)];
        if (agent is not null)
        {
            args.Add(("agent", agent));
        }

        var total = await sql.First($"SELECT count(*) FROM {(agent is null ? Everyones : Agents)}", row => row.Long(), cancel, [.. args]);
        args.AddRange([("take", paging.PerPage), ("skip", paging.Offset)]);
        var followUps = paging.Offset >= total ? [] : await sql.List(agent is null ? EveryonesSql : AgentsSql, Read, cancel, [.. args]);
        return TypedResults.Ok(new FollowUpsAnswer(followUps, Pagination.Of(paging, total)));
    }

    private static (DateTime From, DateTime Until) Window(Due? due, Agency agency, DateTime now)
    {
        var today = agency.DayOf(now);
        return due switch
        {
            Due.Overdue => (DateTime.MinValue, now),
            Due.Today => (agency.StartOf(today), agency.StartOf(today.AddDays(1))),
            Due.Week => (agency.StartOf(today), agency.StartOf(today.AddDays(7))),
            _ => (DateTime.MinValue, DateTime.MaxValue),
        };
    }

    private static DueFollowUp Read(Row row)
    {
        var (id, leadId) = (row.Long(), row.Long());
        return new(
            id, leadId, row.Time(), row.TextOrNull(), row.Time(),
            new FollowUpLead(leadId, row.TextOrNull(), row.Enum<LeadStatus>(), row.Enum<Priority>(), row.Int(), row.LongOrNull()));
    }
}
