using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Outbox;

/// <summary>Takes from a queue what waits there, in every agency, and hands it on: as soon as this process has written it, or a second after another did.</summary>
/// <param name="queue">The queue.</param>
/// <param name="atOnce">How many are taken together. When one of them fails, the others are handed on a second time.</param>
/// <param name="store">Where the queue is.</param>
/// <param name="agencies">Whose items wait.</param>
/// <param name="clock">What says whether one is due.</param>
/// <param name="log">Where failures are told.</param>
public abstract partial class QueueWorker<T>(DeliveryQueue<T> queue, int atOnce, Store store, Agencies agencies, TimeProvider clock, ILogger log)
    : BackgroundService
{
    private const int LongestError = 300;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Under load what is told gathers for so long, so that delivering takes little from those who write.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private bool _isAway;

    protected abstract Taken MarkOf(T item);

    /// <summary>Hands some on, all of one agency; throws when that could not be done.</summary>
    protected abstract Task Deliver(Agency agency, IReadOnlyList<T> items, CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before anything else the server is to start.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before looking: what is written meanwhile is looked for again.
            var written = store.NextWrite;
            await Look(stoppingToken);
            await written.WaitAsync(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // It is the machine that takes breath, whatever hour the product has.
            await Task.Delay(Breath, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            using var sql = store.ReadAcross();
            foreach (var id in await queue.Waiting(sql, clock.Now(), cancel))
            {
                if (await agencies.Find(id, cancel) is { } agency)
                {
                    await Work(agency, cancel);
                }
            }

            _isAway = false;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // A database that is away is away for every look; once is enough to say so.
            if (!_isAway)
            {
                Log.Away(log, failure);
            }

            _isAway = true;
        }
        catch (OperationCanceledException)
        {
            // The server stops. What was taken is taken again by another when its lease ends.
        }
    }

    private async Task Work(Agency agency, CancellationToken cancel)
    {
        var system = new Actor(agency, Actor.System);
        var items = (await store.Write<List<T>>(system, async db => await queue.Take(db, atOnce, cancel), cancel)).Value;
        if (items.Count == 0)
        {
            return;
        }

        var failed = await Try(agency, items, cancel);
        await store.Write<bool>(
            system,
            async db =>
            {
                await queue.Delivered(db, [.. items.Select(item => MarkOf(item).Id).Where(id => !failed.ContainsKey(id))], cancel);
                foreach (var (_, (mark, error)) in failed)
                {
                    await queue.Failed(db, mark, error, cancel);
                }

                return true;
            },
            cancel);
        foreach (var (_, (mark, _)) in failed)
        {
            if (mark.IsLast)
            {
                Log.GivenUp(log, mark.Id, mark.Attempts);
            }
        }
    }

    /// <summary>All together; when that fails, each by itself, so that one does not hold up its neighbours.</summary>
    /// <returns>Those that could not be handed on, and why.</returns>
    private async Task<Dictionary<long, (Taken Mark, string Error)>> Try(Agency agency, List<T> items, CancellationToken cancel)
    {
        var failed = new Dictionary<long, (Taken, string)>();
        if (items.Count > 1 && await WhyNot(agency, items, cancel) is null)
        {
            return failed;
        }

        foreach (var item in items)
        {
            if (await WhyNot(agency, [item], cancel) is { } failure)
            {
                var mark = MarkOf(item);
                Log.NotDelivered(log, mark.Id, mark.Attempts, failure);
                var error = $"{failure.GetType().Name}: {failure.Message}";
                failed[mark.Id] = (mark, error.Length > LongestError ? error[..LongestError] : error);
            }
        }

        return failed;
    }

    private async Task<Exception?> WhyNot(Agency agency, IReadOnlyList<T> items, CancellationToken cancel)
    {
        try
        {
            await Deliver(agency, items, cancel);
            return null;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return failure;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox cannot be worked through; it is tried again each second")]
        public static partial void Away(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Id} failed at its {Attempt}. try")]
        public static partial void NotDelivered(ILogger logger, long id, int attempt, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Id} is given up after {Attempts} tries; it is kept")]
        public static partial void GivenUp(ILogger logger, long id, int attempts);
    }
}
