using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Lintel.Data.Postgres;

/// <summary>
/// Reads on the connection of a unit of work that is under way, as one agency. What nobody waits for, and for whom the unit is in the first place, goes
/// to the database in the round trip of the next statement.
/// </summary>
public sealed class PostgresReader(NpgsqlConnection connection, long agencyId) : SqlReader
{
    private readonly List<NpgsqlBatchCommand> _waiting = [];

    /// <param name="connection">On which a transaction has begun.</param>
    /// <param name="agencyId">What <c>@agency</c> is.</param>
    /// <param name="scope">What is said before anything else.</param>
    internal PostgresReader(NpgsqlConnection connection, long agencyId, PostgresScope scope)
        : this(connection, agencyId) => _waiting.Add(scope.InBatch());

    public override ValueTask<TextSearch> Search(string text, CancellationToken cancel) => ValueTask.FromResult(PostgresSearch.For(text, seesAll: true));

    public override async ValueTask<Answer> Open(string sql, Arg[] args, CancellationToken cancel)
    {
        var before = _waiting.Count;
        var batch = WithWaiting(Command(sql, args));
        try
        {
            var data = await batch.ExecuteReaderAsync(cancel);
            for (var skipped = 0; skipped < before; skipped++)
            {
                await data.NextResultAsync(cancel);
            }

            return new BatchAnswer(data, batch);
        }
        catch
        {
            await batch.DisposeAsync();
            throw;
        }
    }

    public override ValueTask Do(string sql, CancellationToken cancel, params Arg[] args)
    {
        _waiting.Add(Command(sql, args));
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends what waits, before a statement that comes another way.</summary>
    internal async ValueTask Send(CancellationToken cancel)
    {
        if (_waiting.Count > 0)
        {
            await using var batch = WithWaiting();
            await batch.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Ends the unit of work, with what waits.</summary>
    internal async Task Commit(CancellationToken cancel)
    {
        await using var batch = WithWaiting(new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlBatch WithWaiting(params ReadOnlySpan<NpgsqlBatchCommand> then)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in (ReadOnlySpan<NpgsqlBatchCommand>)[.. _waiting, .. then])
        {
            batch.BatchCommands.Add(command);
        }

        _waiting.Clear();
        return batch;
    }

    private NpgsqlBatchCommand Command(string sql, Arg[] args)
    {
        var statement = PostgresSql.Of(sql);
        var command = new NpgsqlBatchCommand(statement.Text);
        Bind(statement, args, agencyId, command.Parameters);
        return command;
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

    private sealed class BatchAnswer(NpgsqlDataReader data, NpgsqlBatch batch) : Answer(data, new PostgresRow(data))
    {
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await batch.DisposeAsync();
        }
    }
}
