using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>Short messages between the instances on one database, by its <c>NOTIFY</c>: whoever listens just then hears them.</summary>
public sealed class PostgresSignals(NpgsqlDataSource source)
{
    /// <summary>What one message can hold, in bytes.</summary>
    public const int Longest = 7_900;

    public async Task Send(string channel, IEnumerable<string> messages, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("SELECT pg_notify($1, message) FROM unnest($2) message");
        command.Parameters.AddWithValue(channel);
        command.Parameters.AddWithValue(messages.ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Listens until it is told to stop, or the connection breaks.</summary>
    /// <param name="listening">Is called when whatever is sent from then on is heard.</param>
    public async Task Listen(string channel, Action listening, Action<string> hear, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        connection.Notification += (_, sent) => hear(sent.Payload);
        await using var command = new NpgsqlCommand($"LISTEN {channel}", connection);
        await command.ExecuteNonQueryAsync(cancel);
        listening();
        try
        {
            while (true)
            {
                await connection.WaitAsync(cancel);
            }
        }
        finally
        {
            // A connection that listens goes back to no pool.
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
