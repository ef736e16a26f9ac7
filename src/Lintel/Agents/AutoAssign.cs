using System.Text.Json.Serialization;
using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Agents;

/// <summary>That a lead went to an agent, and why.</summary>
public sealed record AutoAssignment(long LeadId, long AgentId, string AgentName, string Reason);

/// <summary>What a run came to, in the order the leads were given.</summary>
/// <param name="DryRun">Only there, and true, when nothing was assigned, and this is what would be.</param>
public sealed record AutoAssignAnswer(
    int AssignedCount,
    string Message,
    IReadOnlyList<AutoAssignment> Assignments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool DryRun = false)
{
    public bool Success => true;
}

/// <summary>A lead that waits for an agent.</summary>
internal sealed record WaitingLead(long Id, Asking Asking);

/// <summary>Gives every lead that waits for an agent to the best one with room.</summary>
public static class AutoAssign
{
    /// <summary>So many leads are decided on before they are written.</summary>
    internal const int Slice = 1_000;

    // The index holds nothing but leads that wait, in this order; without statistics SQLite would rather walk every open lead.
    private const string WaitingLeads = """
        SELECT id, preferred_areas, interested_properties, property_type, language FROM leads INDEXED BY ix_leads_waiting
        WHERE agency_id = @agency AND assigned_agent_id IS NULL AND status < 5
        ORDER BY priority DESC, created_at, id LIMIT @take OFFSET @skip
        """;

    // One that somebody changes at this moment is theirs.
    private const string WaitingSql = $"{WaitingLeads} FOR NO KEY UPDATE SKIP LOCKED";

    // What Lead.Assign does to one lead, done to a thousand in one statement: thousands of entities would keep every other writer waiting. The
    // plusses make SQLite look each lead up by its id.
    private const string GiveSql = """
        UPDATE leads SET assigned_agent_id = given.agent_id, version = version + 1, updated_at = @now
        FROM (SELECT CAST(value ->> 'lead' AS BIGINT) AS lead_id, CAST(value ->> 'agent' AS BIGINT) AS agent_id FROM each(@given)) given
        WHERE leads.id = given.lead_id AND +leads.agency_id = @agency AND +leads.assigned_agent_id IS NULL AND +leads.status < 5
        RETURNING leads.id
        """;

    private const string RememberSql = """
        INSERT INTO lead_assignments (agency_id, lead_id, agent_id, at, "by", reason)
        SELECT @agency, CAST(value ->> 'lead' AS BIGINT), CAST(value ->> 'agent' AS BIGINT), @now, @by, value ->> 'reason' FROM each(@given)
        RETURNING id
        """;

    private const string NoteSql = """
        INSERT INTO interactions (agency_id, lead_id, type, channel, direction, subject, message, attachments, agent_id, is_automated, created_at)
        SELECT @agency, CAST(value ->> 'lead' AS BIGINT), @type, @channel, @direction, @subject, value ->> 'reason', '[]',
            CAST(value ->> 'agent' AS BIGINT), @automated, @now
        FROM each(@given)
        RETURNING id
        """;

    private const string LeftSql = "SELECT coalesce(sum(leads), 0) FROM lead_counts WHERE agency_id = @agency AND agent_id = 0 AND status < 5";

    private static readonly Refusal Overtaken = Refusal.Overtaken("Leads were assigned by someone else meanwhile. Nothing was assigned; try again.");

    /// <summary>
    /// Assigns the open leads that nobody has, the most urgent first and of those the oldest, each to the best agent given the ones before it,
    /// until none is left or no agent has room. All or nothing happens; every assignment is noted in its lead's timeline with the reason. With
    /// dry_run true nothing happens: the answer says who would get what, and why.
    /// </summary>
    public static async Task<Results<Ok<AutoAssignAnswer>, ProblemHttpResult>> Post(
        [FromQuery(Name = "dry_run"), Truth] string? dryRun, Change change, LintelDb db, Remembered remembered, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var isDry = check.Truth("dry_run", dryRun) == true;
        return check.Failed ? Problems.Of(check.Refusal)
            : isDry ? TypedResults.Ok(await PreviewAutoAssign.Of(db, remembered, cancel))
            : await change.Run(db => Handle(db, cancel), TypedResults.Ok);
    }

    public static async Task<Outcome<AutoAssignAnswer>> Handle(LintelDb db, CancellationToken cancel)
    {
        // Held: a run that found a place taken when it comes to write would have decided for nothing.
        var agents = await Candidates.Hold(db.Sql, cancel);
        var made = new List<AutoAssignment>();
        while (agents.Count > 0 && await Waiting(WaitingSql, 0, db.Sql, cancel) is { Count: > 0 } leads)
        {
            var given = await Decide(leads, agents, db, cancel);
            if (!await Claim(given, db, cancel) || !await Write(given, db, cancel))
            {
                return Overtaken;
            }

            made.AddRange(given);
        }

        var left = await CountWaiting(db.Sql, cancel);
        return new AutoAssignAnswer(made.Count, Sentence(made.Count, left), made);
    }

    /// <summary>How many open leads nobody has.</summary>
    public static ValueTask<long> CountWaiting(SqlReader sql, CancellationToken cancel) => sql.First(LeftSql, row => row.Long(), cancel);

    /// <summary>Those that wait, read without keeping anybody from changing them.</summary>
    internal static ValueTask<List<WaitingLead>> Look(int skip, SqlReader sql, CancellationToken cancel) => Waiting(WaitingLeads, skip, sql, cancel);

    private static ValueTask<List<WaitingLead>> Waiting(string text, int skip, SqlReader sql, CancellationToken cancel) => sql.List(
        text, row => new WaitingLead(row.Long(), new Asking(row.Texts(), row.Texts(), row.TextOrNull(), row.TextOrNull())), cancel, ("take", Slice), ("skip", skip));

    /// <summary>Chooses for one lead after the other, until no agent has room; who is chosen counts as having the lead.</summary>
    internal static async ValueTask<List<AutoAssignment>> Decide(List<WaitingLead> leads, List<Candidate> agents, LintelDb db, CancellationToken cancel)
    {
        var given = new List<AutoAssignment>(leads.Count);
        var wishes = await Wishes.Of([.. leads.Select(lead => lead.Asking)], db.Sql, cancel);
        foreach (var (lead, wish) in leads.Zip(wishes))
        {
            if (AgentChoice.Best(wish, agents) is not { Agent: var agent, Reason: var reason })
            {
                break;
            }

            given.Add(new AutoAssignment(lead.Id, agent.Id, agent.Name, reason));
            var place = agents.IndexOf(agent);
            if (agent.OpenLeads + 1 < agent.MaxLeads)
            {
                agents[place] = agent with { OpenLeads = agent.OpenLeads + 1, TotalLeads = agent.TotalLeads + 1, LastAssignedAt = db.Now };
            }
            else
            {
                agents.RemoveAt(place);
            }
        }

        return given;
    }

    /// <summary>Takes the places the choices need; false when an agent does not have them any more.</summary>
    private static async ValueTask<bool> Claim(List<AutoAssignment> given, LintelDb db, CancellationToken cancel)
    {
        // Everybody takes them in this order, so that no two wait for each other.
        foreach (var (agentId, places) in given.CountBy(assignment => assignment.AgentId).OrderBy(claim => claim.Key))
        {
            if (!await AgentRoom.Claim(agentId, db, cancel, places))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives the leads, with history and timeline; false when somebody else gave one of them.</summary>
    private static async ValueTask<bool> Write(List<AutoAssignment> given, LintelDb db, CancellationToken cancel)
    {
        var rows = Rows.Of(given.Select(one => new { lead = one.LeadId, agent = one.AgentId, reason = one.Reason }));
        if ((await db.Sql.List(GiveSql, row => row.Long(), cancel, ("given", rows), ("now", db.Now))).Count < given.Count)
        {
            return false;
        }

        var entry = SystemEntry.Of(new LeadAssignment { AgentId = given[0].AgentId, By = Actor.System, Reason = given[0].Reason });
        await db.Sql.List(RememberSql, row => row.Long(), cancel, ("given", rows), ("now", db.Now), ("by", Actor.System));
        await db.Sql.List(
            NoteSql, row => row.Long(), cancel, ("given", rows), ("now", db.Now), ("type", entry.Type), ("channel", entry.Channel),
            ("direction", entry.Direction), ("subject", entry.Subject), ("automated", entry.IsAutomated));
        await db.Note(
            AuditAction.Assigned,
            "lead",
            given.Select(one => (one.LeadId, (object?)new { assigned_agent_id = (long?)null }, (object?)new { assigned_agent_id = one.AgentId })),
            cancel);
        return true;
    }

    internal static string Sentence(int assigned, long left, string done = "assigned") => (assigned, left) switch
    {
        (0, 0) => "No lead waits for an agent.",
        (_, 0) => $"{Leads(assigned)} {done}.",
        _ => $"{Leads(assigned)} {done}; {Leads(left)} left, because no agent has room.",
    };

    private static string Leads(long count) => count == 1 ? "1 lead" : $"{count} leads";
}
