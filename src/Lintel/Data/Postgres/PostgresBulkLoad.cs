using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>Copies rows in as the owner of the tables, a few thousand at a time.</summary>
internal sealed class PostgresBulkLoad : BulkLoad
{
    /// <summary>So many leads, with what hangs on them, are in memory before they are copied.</summary>
    private const int LeadsAtOnce = 2_000;

    private readonly NpgsqlConnection _connection;
    private readonly PostgresAside _aside;
    private readonly PostgresCopy<Agent> _agents;
    private readonly PostgresCopy<Property> _properties;
    private readonly PostgresCopy<Lead> _leads;
    private readonly PostgresCopy<Interaction> _interactions;
    private readonly PostgresCopy<FollowUp> _followUps;
    private readonly PostgresCopy<LeadAssignment> _assignments;
    private readonly PostgresCopy<StatusChange> _statusChanges;
    private int _leadsWaiting;

    private PostgresBulkLoad(NpgsqlConnection connection, Agency agency, PostgresAside aside, Dictionary<string, long> nextIds)
        : base(agency)
    {
        (_connection, _aside) = (connection, aside);
        using var db = PostgresSchema.Context();
        var (model, id) = (db.Model, agency.Id);
        _agents = new(model, id, nextIds["agents"]);
        _properties = new(model, id, nextIds["properties"]);
        _leads = new(model, id, nextIds["leads"]);
        _interactions = new(model, id, nextIds["interactions"]);
        _followUps = new(model, id, nextIds["follow_ups"]);
        _assignments = new(model, id, nextIds["lead_assignments"]);
        _statusChanges = new(model, id, nextIds["lead_status_changes"]);
    }

    public override long FirstAgent => _agents.NextId;

    public override long FirstProperty => _properties.NextId;

    public static async Task<(BulkLoad? Load, string? WhyNot)> Begin(NpgsqlDataSource source, long agencyId, long leads, CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        BulkLoad? load = null;
        try
        {
            await connection.Run("BEGIN; LOCK TABLE agents, properties, leads IN EXCLUSIVE MODE", cancel);
            await PostgresScope.Across.Enter(connection, cancel);
            var (agency, isEmpty) = await Look(connection, agencyId, cancel);
            var whyNot = WhyNot(agency, agencyId, isEmpty);
            if (whyNot is null)
            {
                await connection.Run($"SET LOCAL ROLE NONE; SET LOCAL lintel.agency = '{agencyId}'; SET LOCAL maintenance_work_mem = '256MB'", cancel);

                // Building an index anew costs what the whole table has; it pays when most of it is what now comes.
                var most = leads > await connection.AskOne<long>($"SELECT count(*) FROM (SELECT 1 FROM leads LIMIT {leads}) there", cancel);
                var aside = await PostgresAside.Put(connection, most, cancel);
                load = new PostgresBulkLoad(connection, agency!, aside, await PostgresSequences.NextIds(connection, cancel));
            }

            return (load, whyNot);
        }
        finally
        {
            if (load is null)
            {
                await connection.DisposeAsync();
            }
        }
    }

    public override ValueTask Add(Agent agent, CancellationToken cancel)
    {
        _agents.Add(agent);
        return ValueTask.CompletedTask;
    }

    public override ValueTask Add(Property property, CancellationToken cancel)
    {
        _properties.Add(property);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask Add(Lead lead, CancellationToken cancel)
    {
        var id = _leads.Add(lead);
        lead.StatusChanges.ForEach(change => _statusChanges.Add(change, id));
        lead.Assignments.ForEach(assignment => _assignments.Add(assignment, id));
        lead.Interactions.ForEach(interaction => _interactions.Add(interaction, id));
        lead.FollowUps.ForEach(followUp => _followUps.Add(followUp, id));
        if (++_leadsWaiting >= LeadsAtOnce)
        {
            await Flush(cancel);
        }
    }

    public override async Task Complete(Action<string> progress, CancellationToken cancel)
    {
        await Flush(cancel);
        progress("indexes");
        await PostgresSequences.Set(_connection, cancel);
        await _aside.BringIndexesBack(_connection, cancel);
        progress("what follows from the leads");
        await _connection.Run("ANALYZE", cancel);
        await _connection.Run(PostgresScript.Read("derived_at_once.sql"), cancel);
        await _aside.BringBack(_connection, cancel);
        await _connection.Run("COMMIT", cancel);
        await _connection.Run("VACUUM ANALYZE", cancel);
    }

    public override ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<(Agency? Agency, bool IsEmpty)> Look(NpgsqlConnection connection, long agencyId, CancellationToken cancel)
    {
        await using var db = PostgresSchema.Context();
        db.Database.SetDbConnection(connection);
        var agency = await db.Agencies.FirstOrDefaultAsync(agency => agency.Id == agencyId, cancel);
        return (agency, !await connection.AskOne<bool>(
            $"""
            SELECT EXISTS (SELECT 1 FROM leads WHERE agency_id = {agencyId}) OR EXISTS (SELECT 1 FROM agents WHERE agency_id = {agencyId})
                OR EXISTS (SELECT 1 FROM properties WHERE agency_id = {agencyId})
            """,
            cancel));
    }

    private async Task Flush(CancellationToken cancel)
    {
        _leadsWaiting = 0;
        await _agents.Flush(_connection, cancel);
        await _properties.Flush(_connection, cancel);
        await _leads.Flush(_connection, cancel);
        await _statusChanges.Flush(_connection, cancel);
        await _assignments.Flush(_connection, cancel);
        await _interactions.Flush(_connection, cancel);
        await _followUps.Flush(_connection, cancel);
    }
}
