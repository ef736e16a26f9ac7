using System.Text.Json.Serialization;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Calendar;

/// <summary>Something planned for a time: a promise to get back to a lead, or an appointment with one.</summary>
/// <param name="Kind">follow_up, or what the appointment is: call, meeting, viewing, …</param>
/// <param name="Id">Of the follow-up, or of the interaction that is the appointment.</param>
/// <param name="At">When it is due, or to take place.</param>
/// <param name="Note">What about, or where.</param>
/// <param name="Done">Whether it was kept or took place.</param>
/// <param name="LeadName">What the lead is called: the name, else the best way it is known by.</param>
/// <param name="AgentId">Whose lead it is, or who has the appointment; null is nobody.</param>
public sealed record AgendaItem(
    string Kind, long Id, DateTime At, string? Note, bool Done, long LeadId, string LeadName, long? AgentId, string? AgentName)
{
    public const string FollowUp = "follow_up";

    /// <summary>By which a form names it.</summary>
    [JsonIgnore]
    public PlanId Plan => new(Kind != FollowUp, Id);

    /// <summary>Whether it is late: an appointment ends an hour after it began, as far as anyone knows.</summary>
    public bool IsLate(DateTime now) => !Done && (Kind == FollowUp ? At : At.AddHours(1)) < now;

    [JsonIgnore]
    public string? Phone { get; init; }

    [JsonIgnore]
    public DateTime ChangedAt { get; init; }
}

/// <summary>What is planned from one time to another, the earliest first.</summary>
public sealed record AgendaAnswer(IReadOnlyList<AgendaItem> Agenda)
{
    public bool Success => true;
}

public static class ListAgenda
{
    /// <summary>So many of each kind at most.</summary>
    public const int Most = 1_000;

    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);

    internal const string LeadColumns = "l.id, coalesce(l.name, l.instagram_handle, l.whatsapp_number, l.phone, l.email), coalesce(l.phone, l.whatsapp_number)";

    // Without an agent the open follow-ups are walked as they are due; with one, from those of its leads whose earliest open one comes in time.
    private const string FollowUpsSql = $"""
        SELECT f.id, f.due_at, f.note, f.created_at, {LeadColumns}, l.assigned_agent_id, a.name
        FROM follow_ups f JOIN leads l ON l.agency_id = f.agency_id AND l.id = f.lead_id
            LEFT JOIN agents a ON a.agency_id = l.agency_id AND a.id = l.assigned_agent_id
        WHERE f.agency_id = @agency AND f.completed_at IS NULL AND f.due_at >= @from AND f.due_at < @until
        ORDER BY f.due_at, f.id LIMIT @take OFFSET @skip
        """;

    private const string AgentFollowUpsSql = $"""
        SELECT f.id, f.due_at, f.note, f.created_at, {LeadColumns}, l.assigned_agent_id, a.name
        FROM leads l CROSS JOIN follow_ups f ON f.agency_id = l.agency_id AND f.lead_id = l.id
            LEFT JOIN agents a ON a.agency_id = l.agency_id AND a.id = l.assigned_agent_id
        WHERE l.agency_id = @agency AND l.assigned_agent_id = @agent AND l.next_follow_up_at < @until
            AND f.completed_at IS NULL AND +f.due_at >= @from AND +f.due_at < @until
        ORDER BY f.due_at, f.id LIMIT @take OFFSET @skip
        """;

    private const string CountSql = "SELECT count(*) FROM follow_ups WHERE agency_id = @agency AND completed_at IS NULL AND due_at < @until";

    private const string AgentCountSql = """
        SELECT count(*) FROM leads l CROSS JOIN follow_ups f ON f.agency_id = l.agency_id AND f.lead_id = l.id
        WHERE l.agency_id = @agency AND l.assigned_agent_id = @agent AND l.next_follow_up_at < @until AND f.completed_at IS NULL AND +f.due_at < @until
        """;

    private const string AppointmentsSql = $"""
        SELECT i.id, i.scheduled_at, coalesce(i.subject, i.message), i.created_at, {LeadColumns}, i.agent_id, a.name, i.type, i.completed_at
        FROM interactions i JOIN leads l ON l.agency_id = i.agency_id AND l.id = i.lead_id
            LEFT JOIN agents a ON a.agency_id = i.agency_id AND a.id = i.agent_id
        WHERE i.agency_id = @agency AND i.scheduled_at >= @from AND i.scheduled_at < @until AND +i.type < 6
            AND (CAST(@agent AS BIGINT) IS NULL OR +i.agent_id = @agent)
        ORDER BY i.scheduled_at, i.id LIMIT @take
        """;

    /// <summary>
    /// Lists what is planned. Open follow-ups and appointments (calls, meetings, viewings), the earliest first, from now or from, for a week or until
    /// until; of everyone, or of one agent. At most 1,000 of each.
    /// </summary>
    public static async Task<Results<Ok<AgendaAnswer>, ProblemHttpResult>> Get(
        [FromQuery(Name = "from"), Time] string? from,
        [FromQuery(Name = "until"), Time] string? until,
        [FromQuery(Name = "agent_id"), Whole(1, int.MaxValue)] string? agentId,
        Reading sql,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var begin = check.Time("from", from) ?? clock.Now();
        var end = check.Time("until", until) ?? begin + Usual;
        var agent = check.Whole("agent_id", agentId, 1, int.MaxValue);
        if (!check.Failed && end < begin)
        {
            check.Error("until", "must not be before from");
        }

        return check.Failed ? Problems.Of(check.Refusal) : TypedResults.Ok(new AgendaAnswer(await Of(begin, end, agent, sql, cancel)));
    }

    /// <summary>What is planned between two times, of everyone or one agent.</summary>
    public static async ValueTask<List<AgendaItem>> Of(DateTime from, DateTime until, long? agent, SqlReader sql, CancellationToken cancel)
    {
        var agenda = await FollowUps(from, until, agent, Most, sql, cancel);
        agenda.AddRange(await Appointments(from, until, agent, sql, cancel));
        return [.. agenda.OrderBy(item => item.At).ThenBy(item => item.Kind, StringComparer.Ordinal).ThenBy(item => item.Id)];
    }

    /// <summary>The open follow-ups alone.</summary>
    public static ValueTask<List<AgendaItem>> FollowUps(
        DateTime from, DateTime until, long? agent, int most, SqlReader sql, CancellationToken cancel, long skip = 0) => agent is null
        ? sql.List(FollowUpsSql, row => Read(row, false), cancel, ("from", from), ("until", until), ("take", most), ("skip", skip))
        : sql.List(AgentFollowUpsSql, row => Read(row, false), cancel, ("from", from), ("until", until), ("take", most), ("skip", skip), ("agent", agent));

    /// <summary>How many open follow-ups are due before then.</summary>
    public static ValueTask<long> CountFollowUps(DateTime until, long? agent, SqlReader sql, CancellationToken cancel) =>
        sql.First(agent is null ? CountSql : AgentCountSql, row => row.Long(), cancel, ("until", until), ("agent", agent));

    private static ValueTask<List<AgendaItem>> Appointments(DateTime from, DateTime until, long? agent, SqlReader sql, CancellationToken cancel) =>
        sql.List(AppointmentsSql, row => Read(row, true), cancel, ("from", from), ("until", until), ("take", Most), ("agent", agent));

    internal static AgendaItem Read(Row row, bool isAppointment)
    {
        var (id, at, note, made) = (row.Long(), row.Time(), row.TextOrNull(), row.Time());
        var (lead, called, phone) = (row.Long(), row.TextOrNull(), row.TextOrNull());
        var (agent, agentName) = (row.LongOrNull(), row.TextOrNull());
        return new(
            isAppointment ? WireEnum<InteractionType>.Name(row.Enum<InteractionType>()) : AgendaItem.FollowUp,
            id, at, note, isAppointment && row.TimeOrNull() is not null, lead, called ?? $"#{lead}", agent, agentName)
        {
            Phone = phone,
            ChangedAt = made,
        };
    }
}
