using Lintel.Model;
using Microsoft.Data.Sqlite;

namespace Lintel.Data.Sqlite;

/// <summary>Puts triggers and indexes aside and writes rows one after the other; foreign keys are not looked up.</summary>
internal sealed class SqliteBulkLoad : BulkLoad
{
    private const string Triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'";

    private const string Indexes = """
        SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL
            AND tbl_name IN ('leads', 'interactions', 'follow_ups', 'lead_assignments', 'lead_status_changes', 'lead_identities')
        """;

    private readonly SqliteSession _session;
    private readonly List<string> _triggers;
    private readonly List<string> _indexes;
    private readonly SqliteInsert<Agent> _agents;
    private readonly SqliteInsert<Property> _properties;
    private readonly SqliteInsert<Lead> _leads;
    private readonly SqliteInsert<Interaction> _interactions;
    private readonly SqliteInsert<FollowUp> _followUps;
    private readonly SqliteInsert<LeadAssignment> _assignments;
    private readonly SqliteInsert<StatusChange> _statusChanges;
    private bool _open;

    public SqliteBulkLoad(SqliteSession session, Agency agency, long leads)
        : base(agency)
    {
        _session = session;

        // Sorted runs of an index go to disk in pieces of the cache's size; kept in memory they would be as large as the data.
        Execute("PRAGMA temp_store = FILE; PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF");
        LeaveWriteAheadLog();
        Execute("BEGIN IMMEDIATE");
        _open = true;
        _triggers = PutAside("trigger", Triggers);

        // Building an index anew costs what the whole table has; it pays when most of it is what now comes.
        _indexes = leads > Count("SELECT count(*) FROM leads") ? PutAside("index", Indexes) : [];

        using var db = new SqliteLintelDb(SqliteStore.OptionsFor(session.Connection), session, new Actor(agency, Actor.System), DateTime.UnixEpoch);
        var model = db.Model;
        _agents = new(session, model, agency.Id);
        _properties = new(session, model, agency.Id);
        _leads = new(session, model, agency.Id);
        _interactions = new(session, model, agency.Id);
        _followUps = new(session, model, agency.Id);
        _assignments = new(session, model, agency.Id);
        _statusChanges = new(session, model, agency.Id);
    }

    public override long FirstAgent => _agents.NextId;

    public override long FirstProperty => _properties.NextId;

    /// <summary>The agency, if it is there, and whether it holds nothing yet.</summary>
    public static (Agency? Agency, bool IsEmpty) Look(SqliteSession session, long agencyId) => (Find(session, agencyId), IsEmpty(session, agencyId));

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

    public override ValueTask Add(Lead lead, CancellationToken cancel)
    {
        var id = _leads.Add(lead);
        foreach (var change in lead.StatusChanges)
        {
            _statusChanges.Add(change, id);
        }

        foreach (var assignment in lead.Assignments)
        {
            _assignments.Add(assignment, id);
        }

        foreach (var interaction in lead.Interactions)
        {
            _interactions.Add(interaction, id);
        }

        foreach (var followUp in lead.FollowUps)
        {
            _followUps.Add(followUp, id);
        }

        return ValueTask.CompletedTask;
    }

    public override Task Complete(Action<string> progress, CancellationToken cancel)
    {
        progress("indexes");
        _indexes.ForEach(Execute);
        progress("what follows from the leads");
        Execute(SqliteScript.Read("derived_at_once.sql"));
        _triggers.ForEach(Execute);
        Execute("COMMIT");
        _open = false;
        Execute("PRAGMA journal_mode = WAL");
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var insert in (IDisposable[])[_agents, _properties, _leads, _interactions, _followUps, _assignments, _statusChanges])
        {
            insert.Dispose();
        }

        if (_open)
        {
            Execute("ROLLBACK; PRAGMA journal_mode = WAL");
        }

        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Agency? Find(SqliteSession session, long agencyId)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT name, time_zone, currency, region, created_at FROM agencies WHERE id = @agency";
        command.Parameters.AddWithValue("@agency", agencyId);
        using var row = command.ExecuteReader();
        return !row.Read() ? null : new Agency
        {
            Id = agencyId,
            Name = row.GetString(0),
            TimeZone = row.GetString(1),
            Currency = row.GetString(2),
            Region = row.GetString(3),
            CreatedAt = Milliseconds.ToTime(row.GetInt64(4)),
        };
    }

    private static bool IsEmpty(SqliteSession session, long agencyId)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = """
            SELECT NOT EXISTS (SELECT 1 FROM leads WHERE agency_id = @agency) AND NOT EXISTS (SELECT 1 FROM agents WHERE agency_id = @agency)
                AND NOT EXISTS (SELECT 1 FROM properties WHERE agency_id = @agency)
            """;
        command.Parameters.AddWithValue("@agency", agencyId);
        return (long)command.ExecuteScalar()! == 1;
    }

    /// <summary>
    /// Where no other process has the file open, its own journal needs each page written once; the write-ahead log would need it twice. Where one
    /// has, the log stays, and its readers see nothing until all is there.
    /// </summary>
    private void LeaveWriteAheadLog()
    {
        try
        {
            using var command = _session.Connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = TRUNCATE";
            command.CommandTimeout = 1;
            command.ExecuteNonQuery();
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            // The log it is.
        }
    }

    /// <returns>The SQL that brings back what was dropped.</returns>
    private List<string> PutAside(string kind, string sql)
    {
        var (names, making) = (new List<string>(), new List<string>());
        using (var command = _session.Connection.CreateCommand())
        {
            command.CommandText = sql;
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                names.Add(rows.GetString(0));
                making.Add(rows.GetString(1));
            }
        }

        names.ForEach(name => Execute($"DROP {kind} \"{name}\""));
        return making;
    }

    private long Count(string sql)
    {
        using var command = _session.Connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var command = _session.Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        if (sql.Contains("@agency", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("@agency", Agency.Id);
        }

        command.ExecuteNonQuery();
    }
}
