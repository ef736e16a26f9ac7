using Lintel.Data.Sqlite;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>
/// Takes over what an SQLite file has, every id kept: all tables of the model, then what follows from them as this database keeps it. One
/// transaction: it is all there and found the same, or nothing was changed.
/// </summary>
/// <param name="from">The file.</param>
/// <param name="keys">Where the keys are that cookies and secrets are kept with, and which a database keeps itself.</param>
/// <param name="into">The database.</param>
/// <param name="progress">Is told what was done.</param>
public sealed class PostgresMove(SqliteStore from, string keys, PostgresStore into, Action<string> progress)
{
    // The script that works out what follows fills it from the leads; who was known by more than that stays known.
    private const string Identities = "lead_identities";

    /// <returns>How many rows there are now; whether they were there before.</returns>
    /// <exception cref="CopyException">Nothing was changed, and the message says why.</exception>
    public async Task<(long Rows, bool WereThere)> Run(CancellationToken cancel)
    {
        using var file = from.OpenAlone();
        if (!SqliteSchema.IsWhole(file, from.File))
        {
            throw new CopyException($"the schema of {from.File} is older than this lintel needs; run, without DATABASE_URL: lintel migrate");
        }

        await using var model = PostgresSchema.Context();
        var tables = PostgresTable.All(model.Model);
        await using var connection = await into.Source.OpenConnectionAsync(cancel);
        await connection.Run("BEGIN; LOCK TABLE agencies IN EXCLUSIVE MODE; SET LOCAL maintenance_work_mem = '256MB'", cancel);
        if (!await IsUntouched(connection, tables, cancel))
        {
            return (await Compare(file, connection, tables, cancel), true);
        }

        var aside = await PostgresAside.Put(connection, indexes: true, cancel);
        var read = await Copy(file, connection, tables, aside, cancel);
        progress("comparing");
        foreach (var (table, sum) in read)
        {
            if (!sum.Is(await table.Sum(connection, cancel)))
            {
                throw new CopyException($"{table.Name} did not arrive as it was; nothing was changed");
            }
        }

        await CopyKeys(connection, cancel);
        await aside.BringBack(connection, cancel);
        await connection.Run("COMMIT", cancel);
        await connection.Run("VACUUM ANALYZE", cancel);
        return (read.Sum(one => one.Sum.Rows), false);
    }

    /// <summary>Whether nothing is there but the agency that a new schema has.</summary>
    private static async Task<bool> IsUntouched(NpgsqlConnection connection, List<PostgresTable> tables, CancellationToken cancel)
    {
        foreach (var table in tables.Where(table => table.Name != "agencies"))
        {
            if (await connection.AskOne<bool>($"SELECT EXISTS (SELECT 1 FROM \"{table.Name}\")", cancel))
            {
                return false;
            }
        }

        return await connection.AskOne<long>("SELECT count(*) FROM agencies", cancel) <= 1;
    }

    /// <summary>Done before, it is not done again; what has changed since is nobody's to overwrite.</summary>
    private static async Task<long> Compare(SqliteSession file, NpgsqlConnection connection, List<PostgresTable> tables, CancellationToken cancel)
    {
        long rows = 0;
        foreach (var table in tables)
        {
            var sum = await table.Sum(connection, cancel);
            if (!sum.Is(await table.Sum(file.Connection, cancel)))
            {
                throw new CopyException($"the database of --to has data of its own, and other {table.Name} than the file; move into an empty one");
            }

            rows += sum.Rows;
        }

        return rows;
    }

    private async Task<List<(PostgresTable Table, RowSum Sum)>> Copy(
        SqliteSession file, NpgsqlConnection connection, List<PostgresTable> tables, PostgresAside aside, CancellationToken cancel)
    {
        var read = new List<(PostgresTable Table, RowSum Sum)>();
        await connection.Run("DELETE FROM agencies; DELETE FROM shared_keys", cancel);
        foreach (var table in tables.Where(table => table.Name != Identities))
        {
            await CopyOne(table);
        }

        progress("indexes");
        await aside.BringIndexesBack(connection, cancel);
        progress("what follows from them");
        await PostgresSequences.Set(connection, cancel);
        foreach (var agency in await connection.Ask("SELECT id FROM agencies ORDER BY 1", row => row.GetInt64(0), cancel).ToListAsync(cancel))
        {
            await connection.Run($"SET LOCAL lintel.agency = '{agency}'", cancel);
            await connection.Run(PostgresScript.Read("derived_at_once.sql"), cancel);
        }

        await connection.Run($"DELETE FROM {Identities}", cancel);
        await CopyOne(tables.Single(table => table.Name == Identities));
        return read;

        async Task CopyOne(PostgresTable table)
        {
            read.Add((table, await table.Copy(file.Connection, connection, cancel)));
            progress($"{table.Name}: {read[^1].Sum.Rows:#,0}");
        }
    }

    private async Task CopyKeys(NpgsqlConnection connection, CancellationToken cancel)
    {
        foreach (var key in Directory.Exists(keys) ? Directory.GetFiles(keys, "*.xml") : [])
        {
            await using var command = new NpgsqlCommand("INSERT INTO shared_keys VALUES ($1, $2)", connection)
            {
                Parameters = { new() { Value = Path.GetFileNameWithoutExtension(key) }, new() { Value = await File.ReadAllTextAsync(key, cancel) } },
            };
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
