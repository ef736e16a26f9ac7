using System.Collections.Concurrent;
using Lintel.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Data.Sqlite;

/// <summary>
/// One SQLite file. Readers each have a connection and never wait; writers share one connection behind <see cref="SqliteWriter"/>.
/// </summary>
public sealed class SqliteStore : Store
{
    private const int MostIdleReaders = 16;

    /// <summary>What is deleted is overwritten: an erased person's words do not stay where the file is free.</summary>
    private const string WritingPragmas =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY";

    private readonly string _making;
    private readonly string _using;
    private readonly TimeProvider _clock;
    private readonly ILoggerFactory _logs;
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly Lock _opening = new();
    private readonly Lock _watching = new();
    private SqliteWriter? _writer;
    private SqliteSession? _watch;

    public SqliteStore(string file, TimeProvider clock, ILoggerFactory logs)
    {
        (File, _clock, _logs) = (file, clock, logs);
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 15,
        };
        _making = connection.ToString();

        // A file that vanishes under a running server is a database that is away, not an empty one.
        connection.Mode = SqliteOpenMode.ReadWrite;
        _using = connection.ToString();
    }

    public string File { get; }

    /// <summary>An older schema is always brought there: nobody else uses the file.</summary>
    public override async Task Prepare(bool upgrade, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        try
        {
            if (!SqliteSchema.IsWhole(this))
            {
                await using var turn = await Turn(cancel);
                SqliteSchema.Upgrade(this);
            }
        }
        catch (SqliteException failure)
        {
            throw new SchemaException($"{File} cannot be used: {failure.Message}");
        }
    }

    public override LintelDb Open(Actor actor)
    {
        var session = Lend();
        return new SqliteLintelDb(OptionsFor(session.Connection, _logs), session, actor, _clock.Now(), actor.Sight, () => GiveBack(session));
    }

    public override Reading Read(long agencyId) => new PooledReading(this, Lend(), agencyId, null);

    public override Reading Read(Actor actor) => new PooledReading(this, Lend(), actor.Agency.Id, actor.Sight);

    public override Reading ReadAcross() => Read(0);

    public override Task<(BulkLoad? Load, string? WhyNot)> Load(long agencyId, long leads, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var session = OpenForWriting();
        BulkLoad? load = null;
        try
        {
            var (agency, isEmpty) = SqliteBulkLoad.Look(session, agencyId);
            var whyNot = BulkLoad.WhyNot(agency, agencyId, isEmpty);
            load = whyNot is null ? new SqliteBulkLoad(session, agency!, leads) : null;
            return Task.FromResult((load, whyNot));
        }
        finally
        {
            if (load is null)
            {
                session.Dispose();
            }
        }
    }

    public override async Task<Outcome<T>> Write<T>(Actor actor, Func<LintelDb, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        var outcome = await Writer().Run(actor, work, cancel);
        if (outcome.Refusal is null)
        {
            Wrote();
        }

        return outcome;
    }

    public override ValueTask<long> Version(CancellationToken cancel)
    {
        lock (_watching)
        {
            _watch ??= OpenForReading();
            var command = _watch.Take("PRAGMA data_version");
            var version = (long)command.ExecuteScalar()!;
            _watch.Return(command);
            return ValueTask.FromResult(version);
        }
    }

    public override WholeDatabase Whole => new SqliteWhole(this);

    public override StoreFailure? Diagnose(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException sqlite)
            {
                return sqlite.SqliteErrorCode switch
                {
                    SQLitePCL.raw.SQLITE_FULL => StoreFailure.Full,
                    SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_IOERR
                        or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => StoreFailure.Unavailable,
                    _ => null,
                };
            }
        }

        return null;
    }

    public override async ValueTask Ping(CancellationToken cancel)
    {
        using var reading = Read(Agency.DefaultId);
        await reading.First("SELECT 1 FROM agencies LIMIT 1", row => row.Int(), cancel);
    }

    /// <summary>A connection that commits to disk, for schema changes and bulk loads; it makes the file. Keep it short: there is one writer at a time.</summary>
    public SqliteSession OpenForWriting() => SqliteSession.Open(_making, WritingPragmas);

    /// <summary>A connection of one's own that changes nothing and makes no file.</summary>
    public SqliteSession OpenToLook() => SqliteSession.Open(_using, "PRAGMA query_only = ON");

    /// <summary>A connection beside which there is none, of this process or another, for as long as it is open.</summary>
    /// <exception cref="CopyException">Somebody uses the file.</exception>
    public SqliteSession OpenAlone()
    {
        var session = SqliteSession.Open($"{_using};Default Timeout=1", "PRAGMA locking_mode = EXCLUSIVE");
        try
        {
            session.Execute("BEGIN EXCLUSIVE");
            session.Execute("COMMIT");
            return session;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            session.Dispose();
            throw new CopyException($"{File} is in use; stop lintel first");
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public static DbContextOptions<SqliteLintelDb> OptionsFor(SqliteConnection connection, ILoggerFactory? logs = null) =>
        new DbContextOptionsBuilder<SqliteLintelDb>()
            .UseSqlite(connection)
            .UseSnakeCaseNamingConvention()
            .UseLoggerFactory(logs)
            .EnableThreadSafetyChecks(false)
            .Options;

    public override async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        _watch?.Dispose();

        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    /// <summary>The writer, opened by whoever writes first; one that could not be opened is tried again by the next.</summary>
    private SqliteWriter Writer()
    {
        MustExist();
        lock (_opening)
        {
            return _writer ??= new SqliteWriter(SqliteSession.Open(_using, WritingPragmas), _clock, _logs);
        }
    }

    /// <summary>Waits until no other process changes the schema. The system ends the turn of one that is gone.</summary>
    private async Task<FileStream> Turn(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(File + "-turn", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(File + "-turn"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
            }
        }
    }

    private SqliteSession Lend()
    {
        MustExist();
        return _idle.TryTake(out var session) ? session : OpenForReading();
    }

    /// <summary>A deleted file lives on for whoever has it open, and what is written there is gone with the process: better refused than lost.</summary>
    private void MustExist()
    {
        if (!System.IO.File.Exists(File))
        {
            throw new SqliteException($"{File} is not there.", SQLitePCL.raw.SQLITE_CANTOPEN);
        }
    }

    private SqliteSession OpenForReading() => SqliteSession.Open(_using, "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY");

    private void GiveBack(SqliteSession session)
    {
        if (_idle.Count < MostIdleReaders)
        {
            _idle.Add(session);
        }
        else
        {
            session.Dispose();
        }
    }

    private sealed class PooledReading(SqliteStore store, SqliteSession session, long agencyId, Sight? sight) : Reading
    {
        private readonly SqliteReader _reader = new(session, agencyId, sight);
        private bool _isBack;

        // Given back twice, it would be lent to two at once.
        public override void Dispose()
        {
            if (!_isBack)
            {
                _isBack = true;
                store.GiveBack(session);
            }
        }

        public override ValueTask<TextSearch> Search(string text, CancellationToken cancel) => _reader.Search(text, cancel);

        public override ValueTask<Answer> Open(string sql, Arg[] args, CancellationToken cancel) => _reader.Open(sql, args, cancel);
    }
}
