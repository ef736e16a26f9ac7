using Lintel.Model;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>Reads as one agency, of whose leads what is seen, or across them, and holds a connection only while a statement runs.</summary>
internal sealed class PostgresReading(NpgsqlDataSource source, PostgresScope scope, long agencyId, Sight? sight) : Reading
{
    public override ValueTask<TextSearch> Search(string text, CancellationToken cancel) => ValueTask.FromResult(PostgresSearch.For(text, seesAll: sight is null));

    public override async ValueTask<Answer> Open(string sql, Arg[] args, CancellationToken cancel)
    {
        try
        {
            return await Ask(sql, args, cancel);
        }
        catch (NpgsqlException cut) when (PostgresFailures.IsCut(cut))
        {
            source.Clear();
            return await Ask(sql, args, cancel);
        }
    }

    public override void Dispose()
    {
        // Every answer has given its connection back.
    }

    private async ValueTask<Answer> Ask(string sql, Arg[] args, CancellationToken cancel)
    {
        var statement = PostgresSql.Of(sight is null ? sql : SeenByAgent.Statement(sql, sight, ""));
        var command = new NpgsqlBatchCommand(statement.Text);
        PostgresReader.Bind(statement, args, agencyId, command.Parameters, sight?.AgentId ?? 0);
        var connection = await source.OpenConnectionAsync(cancel);
        var batch = new NpgsqlBatch(connection) { BatchCommands = { scope.InBatch(statement.IsPlannedByValues), command } };
        try
        {
            var data = await batch.ExecuteReaderAsync(cancel);
            await data.NextResultAsync(cancel);
            return new BatchAnswer(data, batch, connection);
        }
        catch
        {
            await batch.DisposeAsync();
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class BatchAnswer(NpgsqlDataReader data, NpgsqlBatch batch, NpgsqlConnection connection) : Answer(data, new PostgresRow(data))
    {
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await batch.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
