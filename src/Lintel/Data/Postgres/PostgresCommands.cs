using System.Runtime.CompilerServices;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>Short ways to run what takes as long as it takes: migrations and bulk loads.</summary>
internal static class PostgresCommands
{
    public static async Task Run(this NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    public static async IAsyncEnumerable<T> Ask<T>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> map, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            yield return map(rows);
        }
    }

    public static ValueTask<T> AskOne<T>(this NpgsqlConnection connection, string sql, CancellationToken cancel) =>
        connection.Ask(sql, row => row.GetFieldValue<T>(0), cancel).FirstAsync(cancel);
}
