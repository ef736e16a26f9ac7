using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>Where the ids of each table stand.</summary>
internal static class PostgresSequences
{
    private const string Sequences = """
        SELECT c.relname AS name, pg_get_serial_sequence(quote_ident(c.relname), 'id') AS sequence
        FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
            AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'id' AND a.attidentity <> '')
        """;

    /// <summary>By table, the id that its next row will get.</summary>
    public static async Task<Dictionary<string, long>> NextIds(NpgsqlConnection connection, CancellationToken cancel)
    {
        var next = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (table, sequence) in await All(connection, cancel))
        {
            next[table] = await connection.AskOne<long>($"SELECT last_value + is_called::int FROM {sequence}", cancel);
        }

        return next;
    }

    /// <summary>After rows came with ids of their own: no id is given twice.</summary>
    public static async Task Set(NpgsqlConnection connection, CancellationToken cancel)
    {
        foreach (var (table, sequence) in await All(connection, cancel))
        {
            await connection.Run($"SELECT setval('{sequence}', greatest(max(id), (SELECT last_value FROM {sequence}))) FROM \"{table}\" HAVING max(id) IS NOT NULL", cancel);
        }
    }

    private static ValueTask<List<(string Table, string Sequence)>> All(NpgsqlConnection connection, CancellationToken cancel) =>
        connection.Ask(Sequences, row => (row.GetString(0), row.GetString(1)), cancel).ToListAsync(cancel);
}
