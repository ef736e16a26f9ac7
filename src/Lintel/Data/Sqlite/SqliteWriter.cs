using System.Threading.Channels;
using Lintel.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Channel = System.Threading.Channels.Channel;

namespace Lintel.Data.Sqlite;

/// <summary>
/// The one writer of the file in this process. It takes units of work in the order they come, runs what is waiting in one transaction, each
/// unit in a savepoint of its own, and acknowledges them all once the commit is on disk: the wait for the disk is shared, not its promise. Once a
/// second it brings the search index up to date.
/// </summary>
public sealed partial class SqliteWriter : IAsyncDisposable
{
    /// <summary>How many units share one commit at the most, so that none waits long for its neighbours.</summary>
    private const int MostInOneCommit = 32;

    private static readonly TimeSpan IndexEvery = TimeSpan.FromSeconds(1);

    private readonly Channel<Unit> _waiting = Channel.CreateUnbounded<Unit>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly DbContextOptions<SqliteLintelDb> _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Task _loop;
    private readonly ITimer _indexing;
    private int _indexingWaits;
    private bool _isLogToEmpty;

    public SqliteWriter(SqliteSession session, TimeProvider clock, ILoggerFactory logs)
    {
        _clock = clock;
        _log = logs.CreateLogger<SqliteWriter>();
        _session = session;
        _session.KeepAll();
        _options = SqliteStore.OptionsFor(session.Connection, logs);

        // What the writer does later is nobody's request, least of all the one that happened to be the first.
        using var nobody = ExecutionContext.SuppressFlow();
        _loop = Task.Run(Loop);
        _indexing = clock.CreateTimer(_ => Index(), null, IndexEvery, IndexEvery);
    }

    public async Task<Outcome<T>> Run<T>(Actor actor, Func<LintelDb, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        var unit = new Unit<T>(actor, work, cancel);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(unit), this);
        return await unit.Done;
    }

    /// <summary>Finishes what was accepted, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _indexing.DisposeAsync();
        _waiting.Writer.Complete();
        await _loop;
        _session.Dispose();
    }

    /// <summary>Queues the indexing, unless the last one still waits.</summary>
    private void Index()
    {
        if (Interlocked.Exchange(ref _indexingWaits, 1) == 0)
        {
            _waiting.Writer.TryWrite(new Indexing(this));
        }
    }

    private async Task Loop()
    {
        var batch = new List<Unit>(MostInOneCommit);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            try
            {
                _session.Execute("BEGIN IMMEDIATE");
                while (batch.Count < MostInOneCommit && _waiting.Reader.TryRead(out var unit))
                {
                    batch.Add(unit);
                    await unit.Execute(_session, _options, _clock.Now());
                }

                _session.Execute("COMMIT");
                batch.ForEach(unit => unit.Acknowledge());
                if (_isLogToEmpty)
                {
                    _isLogToEmpty = false;
                    SqliteSearchIndex.EmptyLog(_session);
                }
            }
            catch (Exception failure)
            {
                // The transaction as a whole could not begin or commit (disk full, file gone, another process holds it): nothing was acknowledged.
                Abandon(batch, failure);
            }
        }
    }

    private void Abandon(List<Unit> batch, Exception failure)
    {
        if (batch.Count == 0 && _waiting.Reader.TryRead(out var first))
        {
            batch.Add(first);
        }

        batch.ForEach(unit => unit.Fail(failure));
        if (IsOpen(_session))
        {
            _session.Execute("ROLLBACK");
        }
    }

    /// <summary>Whether the transaction goes on. On a full disk SQLite ends it by itself, and nothing of anybody's is left in it.</summary>
    private static bool IsOpen(SqliteSession session) => SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle) == 0;

    private abstract class Unit
    {
        public abstract Task Execute(SqliteSession session, DbContextOptions<SqliteLintelDb> options, DateTime now);

        public abstract void Acknowledge();

        public abstract void Fail(Exception failure);
    }

    private sealed class Indexing(SqliteWriter writer) : Unit
    {
        public override Task Execute(SqliteSession session, DbContextOptions<SqliteLintelDb> options, DateTime now)
        {
            Volatile.Write(ref writer._indexingWaits, 0);
            session.Execute("SAVEPOINT unit");
            try
            {
                writer._isLogToEmpty = SqliteSearchIndex.Update(session);
            }
            catch (SqliteException failure) when (IsOpen(session))
            {
                // What was to be indexed still waits, and searches read it where it is; the next tick tries again.
                session.Execute("ROLLBACK TO unit");
                Log.NotIndexed(writer._log, failure);
            }

            session.Execute("RELEASE unit");
            return Task.CompletedTask;
        }

        public override void Acknowledge()
        {
            // Nobody waits for it.
        }

        public override void Fail(Exception failure) => Log.NotIndexed(writer._log, failure);
    }

    private sealed class Unit<T>(Actor actor, Func<LintelDb, Task<Outcome<T>>> work, CancellationToken cancel) : Unit
    {
        private readonly TaskCompletionSource<Outcome<T>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Outcome<T> _outcome;
        private Exception? _failure;

        public Task<Outcome<T>> Done => _done.Task;

        public override async Task Execute(SqliteSession session, DbContextOptions<SqliteLintelDb> options, DateTime now)
        {
            if (cancel.IsCancellationRequested)
            {
                _failure = new OperationCanceledException(cancel);
                return;
            }

            session.Execute("SAVEPOINT unit");
            try
            {
                await using var db = new SqliteLintelDb(options, session, actor, now);
                db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
                _outcome = await work(db);
                if (_outcome.Refusal is not null)
                {
                    session.Execute("ROLLBACK TO unit");
                }
            }
            catch (Exception failure) when (IsOpen(session))
            {
                _failure = failure;
                session.Execute("ROLLBACK TO unit");
            }

            session.Execute("RELEASE unit");
        }

        public override void Acknowledge()
        {
            if (_failure is null)
            {
                _done.SetResult(_outcome);
            }
            else
            {
                _done.SetException(_failure);
            }
        }

        public override void Fail(Exception failure) => _done.TrySetException(_failure ?? failure);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be brought up to date")]
        public static partial void NotIndexed(ILogger logger, Exception failure);
    }
}
