using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Lintel.Data.Postgres;

/// <summary>Reads on the connection of a unit of work that is under way, as one agency.</summary>
public sealed class PostgresReader(NpgsqlConnection connection, long agencyId) : SqlReader
{
    public override ValueTask<TextSearch> Search(string text, CancellationToken cancel) => ValueTask.FromResult(PostgresSearch.For(text));

    public override async ValueTask<Answer> Open(string sql, Arg[] args, CancellationToken cancel)
    {
        var statement = PostgresSql.Of(sql);
        var command = new NpgsqlCommand(statement.Text, connection);
        Bind(statement, args, agencyId, command.Parameters);
        try
        {
            var data = await command.ExecuteReaderAsync(cancel);
            return new CommandAnswer(data, command);
        }
        catch
        {
            await command.DisposeAsync();
            throw;
        }
    }

    internal static void Bind(PostgresSql statement, Arg[] args, long agencyId, NpgsqlParameterCollection parameters, long viewer = 0)
    {
        foreach (var name in statement.Names)
        {
            parameters.Add(name switch
            {
                "agency" => Long(agencyId),
                "viewer" => Long(viewer),
                _ => Parameter(name, args),
            });
        }
    }

    private static NpgsqlParameter Parameter(string name, Arg[] args)
    {
        foreach (var arg in args)
        {
            if (arg.Name == name)
            {
                return ToDatabase(arg.Value);
            }
        }

        throw new ArgumentException($"The statement names @{name}, which is not given.");
    }

    private static NpgsqlParameter ToDatabase(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        long number => Long(number),
        int number => Long(number),
        string text => new NpgsqlParameter<string> { TypedValue = text },
        bool truth => new NpgsqlParameter<bool> { TypedValue = truth },
        double real => new NpgsqlParameter<double> { TypedValue = real },
        DateTime time => Long(Milliseconds.Of(time)),
        DateOnly day => new NpgsqlParameter<DateOnly> { TypedValue = day },
        byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes },
        Enum => Long(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        Rows rows => new NpgsqlParameter { Value = rows.Json, NpgsqlDbType = NpgsqlDbType.Jsonb },
        IEnumerable<string> texts => new NpgsqlParameter<string[]> { TypedValue = [.. texts] },
        IEnumerable<long> numbers => new NpgsqlParameter<long[]> { TypedValue = [.. numbers] },
        IEnumerable<DateTime> times => new NpgsqlParameter<long[]> { TypedValue = [.. times.Select(Milliseconds.Of)] },
        _ => throw new NotSupportedException($"No statement takes {value.GetType()}."),
    };

    private static NpgsqlParameter<long> Long(long value) => new() { TypedValue = value };

    private sealed class CommandAnswer(NpgsqlDataReader data, NpgsqlCommand command) : Answer(data, new PostgresRow(data))
    {
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await command.DisposeAsync();
        }
    }
}
