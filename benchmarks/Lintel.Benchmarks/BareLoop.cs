using System.Diagnostics;
using Lintel.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lintel.Benchmarks;

/// <summary>
/// Commits the rows that one inquiry of a new person leaves, through the raw driver with compiled statements, one transaction each, and does
/// nothing else: no HTTP, no reading of the message, no choice of an agent. Triggers run as they do for the product.
/// </summary>
public static class BareLoop
{
    private static readonly string[] Children = ["lead_identities", "interactions", "lead_status_changes", "lead_assignments"];

    public static double PerSecond(string file, TimeSpan duration)
    {
        var store = new SqliteStore(file, TimeProvider.System, NullLoggerFactory.Instance);
        using var session = store.OpenForWriting();
        var model = Latest(session.Connection);
        using var lead = Copy(session.Connection, "leads", $"id = {model}");
        using var claim = session.Connection.CreateCommand();
        claim.CommandText = "UPDATE agents SET last_assigned_at = last_assigned_at + 1 WHERE id = (SELECT assigned_agent_id FROM leads WHERE id = @id) AND open_leads < max_leads";
        claim.Parameters.AddWithValue("@id", model);
        var children = Children.Select(table => Copy(session.Connection, table, $"lead_id = {model}")).ToList();

        var started = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(started) < duration; count++)
        {
            session.Execute("BEGIN IMMEDIATE");
            claim.ExecuteNonQuery();
            lead.Parameters["@whatsapp_number"].Value = children[0].Parameters["@value"].Value = $"+8618{count:D9}";
            var id = (long)lead.ExecuteScalar()!;
            foreach (var child in children)
            {
                child.Parameters["@lead_id"].Value = id;
                child.ExecuteScalar();
            }

            session.Execute("COMMIT");
        }

        var perSecond = count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        children.ForEach(child => child.Dispose());
        return perSecond;
    }

    /// <summary>The newest lead that came by WhatsApp, was assigned and asked once: as the product itself left it.</summary>
    private static long Latest(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(id) FROM leads WHERE whatsapp_number LIKE '+8617%' AND assigned_agent_id IS NOT NULL AND contacts = 1";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>A statement that inserts a row again, with a new id.</summary>
    private static SqliteCommand Copy(SqliteConnection connection, string table, string which)
    {
        using var query = connection.CreateCommand();
        query.CommandText = $"SELECT * FROM {table} WHERE {which} LIMIT 1";
        using var row = query.ExecuteReader();
        if (!row.Read())
        {
            throw new InvalidOperationException($"The model inquiry left no row in {table}.");
        }

        var columns = Enumerable.Range(0, row.FieldCount).Where(i => row.GetName(i) != "id").ToList();
        var insert = connection.CreateCommand();
        var names = string.Join(", ", columns.Select(i => $"\"{row.GetName(i)}\""));
        var values = string.Join(", ", columns.Select(i => $"@{row.GetName(i)}"));
        insert.CommandText = $"INSERT INTO {table} ({names}) VALUES ({values})" + (columns.Count < row.FieldCount ? " RETURNING id" : "");
        foreach (var i in columns)
        {
            insert.Parameters.AddWithValue($"@{row.GetName(i)}", row.GetValue(i));
        }

        insert.Prepare();
        return insert;
    }
}
