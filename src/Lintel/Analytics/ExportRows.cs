using System.Runtime.CompilerServices;
using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.Leads;

namespace Lintel.Analytics;

/// <summary>
/// What an export holds, read a few hundred rows at a time: between two reads no statement is open, so that a client who takes an hour to
/// download keeps the database from nothing. Rows are walked in the order of their creation, which never changes, and none from after the start is
/// let in: each comes exactly once.
/// </summary>
public sealed class ExportRows(SqlReader sql, AgentBook agents, long agencyId, DateTime since, DateTime until)
{
    private const int AtOnce = 500;

    private const string LeadsSql = $"""
        SELECT {LeadView.Columns} FROM leads l
        WHERE l.agency_id = @agency AND (l.created_at, l.id) > (@at, @after) AND l.created_at <= @until
        ORDER BY l.created_at, l.id LIMIT @most
        """;

    private const string InteractionsSql = $"""
        SELECT {InteractionView.Columns} FROM {InteractionView.From}
        WHERE i.agency_id = @agency AND (i.created_at, i.id) > (@at, @after) AND i.created_at <= @until
        ORDER BY i.created_at, i.id LIMIT @most
        """;

    private const string AgentsSql = $"SELECT {AgentView.Columns} FROM agents a WHERE a.agency_id = @agency ORDER BY a.id";

    public IAsyncEnumerable<LeadView> Leads(CancellationToken cancel) =>
        Walk(
            async place => await ListLeads.WithAgents(await Chunk(LeadsSql, LeadView.ReadAlone, place, cancel), agencyId, agents, sql, cancel),
            lead => new(lead.CreatedAt, lead.Id),
            cancel);

    public IAsyncEnumerable<InteractionView> Interactions(CancellationToken cancel) =>
        Walk(
            place => Chunk(InteractionsSql, InteractionView.Read, place, cancel),
            interaction => new(interaction.CreatedAt, interaction.Id),
            cancel);

    public async IAsyncEnumerable<AgentView> Agents([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var agent in await sql.List(AgentsSql, AgentView.Read, cancel))
        {
            yield return agent;
        }
    }

    private async IAsyncEnumerable<T> Walk<T>(
        Func<Place, ValueTask<List<T>>> chunk, Func<T, Place> placeOf, [EnumeratorCancellation] CancellationToken cancel)
    {
        var place = new Place(since, 0);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var rows = await chunk(place);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < AtOnce)
            {
                yield break;
            }

            place = placeOf(rows[^1]);
        }
    }

    private ValueTask<List<T>> Chunk<T>(string statement, Func<Row, T> read, Place place, CancellationToken cancel) =>
        sql.List(statement, read, cancel, ("at", place.At), ("after", place.Id), ("until", until), ("most", AtOnce));

    /// <summary>How far a walk has come: the last row it gave.</summary>
    private readonly record struct Place(DateTime At, long Id);
}
