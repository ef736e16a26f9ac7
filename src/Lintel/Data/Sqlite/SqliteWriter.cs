using System.Threading.Channels;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Channel = System.Threading.Channels.Channel;

namespace Lintel.Data.Sqlite;

/// <summary>
/// The one writer of the file in this process. It takes units of work in the order they come, runs what is waiting in one transaction, each
/// unit in a savepoint of its own, and acknowledges them all once the commit is on disk: the wait for the disk is shared, not its promise.
/// </summary>
public sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>How many units share one commit at the most, so that none waits long for its neighbours.</summary>
    private const int MostInOneCommit = 32;

    private readonly Channel<Unit> _waiting = Channel.CreateUnbounded<Unit>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly DbContextOptions<SqliteLintelDb> _options;
    private readonly TimeProvider _clock;
    private readonly Task _loop;

    public SqliteWriter(SqliteSession session, TimeProvider clock, ILoggerFactory logs)
    {
        _clock = clock;
        _session = session;
        _options = SqliteStore.OptionsFor(session.Connection, logs);
        _loop = Task.Run(Loop);
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
        _waiting.Writer.Complete();
        await _loop;
        _session.Dispose();
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
        if (SQLitePCL.raw.sqlite3_get_autocommit(_session.Connection.Handle) == 0)
        {
            _session.Execute("ROLLBACK");
        }
    }

    private abstract class Unit
    {
        public abstract Task Execute(SqliteSession session, DbContextOptions<SqliteLintelDb> options, DateTime now);

        public abstract void Acknowledge();

        public abstract void Fail(Exception failure);
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
            catch (Exception failure)
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
}
