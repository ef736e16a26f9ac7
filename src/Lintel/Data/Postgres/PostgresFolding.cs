using System.Collections.Concurrent;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>
/// Brings the rows that add up to counts back to one for each, now and then, in the agencies that this process has written for. What stays
/// unfolded is counted all the same.
/// </summary>
internal sealed partial class PostgresFolding : IAsyncDisposable
{
    /// <summary>Adding up this many more rows takes no time that could be noticed.</summary>
    private const int MostUnfolded = 500;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, int> _written = new();
    private readonly NpgsqlDataSource _source;
    private readonly ILogger _log;
    private readonly ITimer _timer;
    private Task _last = Task.CompletedTask;

    public PostgresFolding(NpgsqlDataSource source, TimeProvider clock, ILogger log)
    {
        (_source, _log) = (source, log);

        // What is done later is nobody's request, least of all the one that happened to be the first.
        using var nobody = ExecutionContext.SuppressFlow();
        _timer = clock.CreateTimer(_ => Tick(), null, Period, Period);
    }

    public void Wrote(long agencyId) => _written.AddOrUpdate(agencyId, 1, static (_, writes) => writes + 1);

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _last;
    }

    private void Tick()
    {
        if (_last.IsCompleted)
        {
            _last = Fold();
        }
    }

    private async Task Fold()
    {
        foreach (var (agencyId, writes) in _written)
        {
            if (writes >= MostUnfolded)
            {
                try
                {
                    _written.TryRemove(agencyId, out _);
                    await Fold(agencyId);
                }
                catch (Exception failure)
                {
                    Log.NotFolded(_log, agencyId, failure);
                }
            }
        }
    }

    private async Task Fold(long agencyId)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { PostgresScope.Of(agencyId).InBatch(), new NpgsqlBatchCommand("SELECT fold_counts()") },
        };
        await batch.ExecuteNonQueryAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The counts of agency {AgencyId} could not be folded; they are right all the same, and the next writes try again")]
        public static partial void NotFolded(ILogger logger, long agencyId, Exception failure);
    }
}
