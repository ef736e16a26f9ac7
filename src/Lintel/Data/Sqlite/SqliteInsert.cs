using System.Globalization;
using Lintel.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace Lintel.Data.Sqlite;

/// <summary>Writes rows of one table as EF would write the entities, without its bookkeeping: each row gets the next id.</summary>
internal sealed class SqliteInsert<T> : IDisposable
    where T : class, IAgencyOwned
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly Func<T, object?>?[] _values;
    private readonly long _agencyId;
    private readonly int _id;
    private readonly int _agency;
    private readonly int _lead;

    public SqliteInsert(SqliteSession session, IModel model, long agencyId)
    {
        var type = model.FindEntityType(typeof(T))!;
        var table = type.GetTableName()!;
        var columns = type.GetProperties().ToList();
        _database = session.Connection.Handle!;
        _agencyId = agencyId;
        _id = 1 + columns.FindIndex(column => column.Name == nameof(Lead.Id));
        _agency = 1 + columns.FindIndex(column => column.Name == nameof(IAgencyOwned.AgencyId));
        _lead = 1 + columns.FindIndex(column => column.Name == nameof(Interaction.LeadId));
        _values = [.. columns.Select(Value)];

        var names = string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
        var places = string.Join(", ", columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO \"{table}\" ({names}) VALUES ({places})", out _statement));

        using var last = session.Connection.CreateCommand();
        last.CommandText = "SELECT ifnull((SELECT seq FROM sqlite_sequence WHERE name = @table), 0)";
        last.Parameters.AddWithValue("@table", table);
        NextId = 1 + (long)last.ExecuteScalar()!;
    }

    public long NextId { get; private set; }

    /// <returns>The row's id.</returns>
    public long Add(T entity, long leadId = 0)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (_values[i] is { } value)
            {
                Bind(i + 1, value(entity));
            }
        }

        Check(raw.sqlite3_bind_int64(_statement, _id, NextId));
        Check(raw.sqlite3_bind_int64(_statement, _agency, _agencyId));
        if (_lead > 0)
        {
            Check(raw.sqlite3_bind_int64(_statement, _lead, leadId));
        }

        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return NextId++;
    }

    public void Dispose() => _statement.Dispose();

    /// <summary>How a column's value is read, in the form in which the database keeps it; null for the keys, which are given.</summary>
    private static Func<T, object?>? Value(IProperty property)
    {
        if (property.Name is nameof(Lead.Id) or nameof(IAgencyOwned.AgencyId) or nameof(Interaction.LeadId))
        {
            return null;
        }

        var getter = property.GetGetter();
        return property.GetTypeMapping().Converter is { } converter
            ? entity => converter.ConvertToProvider(getter.GetClrValue(entity))
            : entity => getter.GetClrValue(entity);
    }

    private void Bind(int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int(_statement, place, number),
        bool truth => raw.sqlite3_bind_int(_statement, place, truth ? 1 : 0),
        double real => raw.sqlite3_bind_double(_statement, place, real),
        DateOnly day => raw.sqlite3_bind_text(_statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"No column keeps {value.GetType()}."),
    });

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
