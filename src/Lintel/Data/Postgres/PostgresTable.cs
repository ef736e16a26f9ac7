using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Lintel.Data.Postgres;

/// <summary>A table of the model, read from the SQLite file and from here as the same values.</summary>
internal sealed class PostgresTable
{
    private readonly List<(string Name, NpgsqlDbType Type)> _columns;

    private PostgresTable(string name, List<(string Name, NpgsqlDbType Type)> columns) => (Name, _columns) = (name, columns);

    public string Name { get; }

    private string Names => string.Join(", ", _columns.Select(column => $"\"{column.Name}\""));

    /// <summary>Every table that entities are kept in, whoever brought it.</summary>
    public static List<PostgresTable> All(IModel model) => [.. model.GetEntityTypes()
        .Where(type => type.GetTableName() is not null)
        .GroupBy(type => type.GetTableName()!, type => type.GetProperties(), StringComparer.Ordinal)
        .OrderBy(table => table.Key, StringComparer.Ordinal)
        .Select(table => new PostgresTable(
            table.Key, [.. table.SelectMany(properties => properties).Select(property => (property.GetColumnName(), PostgresTypes.Of(property))).Distinct()]))];

    /// <summary>Copies all rows of the file's table into this one.</summary>
    /// <returns>What was read.</returns>
    public async Task<RowSum> Copy(SqliteConnection from, NpgsqlConnection into, CancellationToken cancel)
    {
        var sum = new RowSum();
        await using var copy = await into.BeginBinaryImportAsync($"COPY \"{Name}\" ({Names}) FROM STDIN (FORMAT binary)", cancel);
        copy.Timeout = TimeSpan.Zero;
        await foreach (var row in Read(from, cancel))
        {
            await copy.StartRowAsync(cancel);
            for (var i = 0; i < row.Length; i++)
            {
                await (row[i] is { } value ? copy.WriteAsync(value, _columns[i].Type, cancel) : copy.WriteNullAsync(cancel));
            }

            sum.Add(row);
        }

        await copy.CompleteAsync(cancel);
        return sum;
    }

    /// <summary>Reads what the file's table has.</summary>
    public async Task<RowSum> Sum(SqliteConnection from, CancellationToken cancel)
    {
        var sum = new RowSum();
        await foreach (var row in Read(from, cancel))
        {
            sum.Add(row);
        }

        return sum;
    }

    /// <summary>Reads what this table has.</summary>
    public async Task<RowSum> Sum(NpgsqlConnection from, CancellationToken cancel)
    {
        var sum = new RowSum();
        await foreach (var row in from.Ask($"SELECT {Names} FROM \"{Name}\"", Row, cancel))
        {
            sum.Add(row);
        }

        return sum;

        object?[] Row(NpgsqlDataReader rows) =>
            [.. _columns.Select((column, i) => rows.IsDBNull(i) ? null : column.Type == NpgsqlDbType.Date ? rows.GetFieldValue<DateOnly>(i) : rows.GetValue(i))];
    }

    private async IAsyncEnumerable<object?[]> Read(SqliteConnection from, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = new SqliteCommand($"SELECT {Names} FROM \"{Name}\"", from);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            yield return [.. _columns.Select((column, i) => rows.IsDBNull(i) ? null : Value(rows, i, column.Type))];
        }
    }

    private static object Value(SqliteDataReader rows, int i, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Bigint => rows.GetInt64(i),
        NpgsqlDbType.Integer => rows.GetInt32(i),
        NpgsqlDbType.Boolean => rows.GetBoolean(i),
        NpgsqlDbType.Double => rows.GetDouble(i),
        NpgsqlDbType.Bytea => rows.GetFieldValue<byte[]>(i),
        NpgsqlDbType.Date => DateOnly.Parse(rows.GetString(i), CultureInfo.InvariantCulture),
        _ => rows.GetString(i),
    };
}
