using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>
/// One PostgreSQL database, shared with other instances. A unit of work has a connection for as long as it runs; a reader has one for as long as
/// a statement does. What two of them could break together is kept by constraints, conditional updates and held rows; who loses is run again.
/// </summary>
public sealed class PostgresStore : Store
{
    private const int MostAttempts = 10;

    private readonly string _connectionString;
    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<PostgresLintelDb> _options;
    private readonly TimeProvider _clock;
    private readonly PostgresFolding _folding;
    private readonly Lock _watching = new();
    private string? _snapshot;
    private long _version;

    /// <param name="connectionString">As <see cref="DatabaseUrl"/> gives it.</param>
    /// <param name="clock">Says when things happen.</param>
    /// <param name="logs">Where the driver and EF write what they do.</param>
    public PostgresStore(string connectionString, TimeProvider clock, ILoggerFactory logs)
    {
        (_connectionString, _clock) = (connectionString, clock);
        _source = new NpgsqlDataSourceBuilder(connectionString).UseLoggerFactory(logs).Build();
        _options = OptionsFor(logs).AddInterceptors(new PostgresHold(), new PostgresOrder(), new PostgresScope.OfContext()).Options;
        _folding = new PostgresFolding(_source, clock, logs.CreateLogger<PostgresFolding>());
    }

    public NpgsqlDataSource Source => _source;

    public override Task Prepare(bool upgrade, CancellationToken cancel) => PostgresSchema.Prepare(_source, upgrade, cancel);

    public override LintelDb Open(Actor actor) => ContextOn(_source.CreateConnection(), Read(actor), actor, isItsOwn: true);

    public override Reading Read(long agencyId) => new PostgresReading(_source, PostgresScope.Of(agencyId), agencyId, null);

    public override Reading Read(Actor actor) => new PostgresReading(_source, PostgresScope.Of(actor), actor.Agency.Id, actor.Sight);

    public override Reading ReadAcross() => new PostgresReading(_source, PostgresScope.Across, 0, null);

    public override async Task<Outcome<T>> Write<T>(Actor actor, Func<LintelDb, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        var wasCut = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = await Try(actor, work, cancel);
                if (outcome.Refusal is null)
                {
                    _folding.Wrote(actor.Agency.Id);
                    Wrote();
                }

                if (outcome.Refusal is not { IsOvertaken: true } || attempt == MostAttempts)
                {
                    return outcome;
                }
            }
            catch (Exception lost) when (attempt < MostAttempts && PostgresFailures.IsLost(lost))
            {
                // The next attempt looks at what the winner left.
            }
            catch (Exception cut) when (!wasCut && PostgresFailures.WasCut(cut))
            {
                // Pooled connections that the database has cut meanwhile are replaced once.
                wasCut = true;
                _source.Clear();
            }
        }
    }

    public override Task<(BulkLoad? Load, string? WhyNot)> Load(long agencyId, long leads, CancellationToken cancel) =>
        PostgresBulkLoad.Begin(_source, agencyId, leads, cancel);

    /// <summary>
    /// Which transactions a statement that starts now would see. As long as that is the same, so is every answer; whatever else happens in the
    /// database server only makes it look as if something had been committed.
    /// </summary>
    public override async ValueTask<long> Version(CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("SELECT pg_current_snapshot()::text", connection);
        var snapshot = (string)(await command.ExecuteScalarAsync(cancel))!;
        lock (_watching)
        {
            if (snapshot != _snapshot)
            {
                _snapshot = snapshot;
                _version++;
            }

            return _version;
        }
    }

    public override WholeDatabase Whole => new PostgresWhole(_source, _connectionString);

    public override StoreFailure? Diagnose(Exception exception) => PostgresFailures.Diagnose(exception);

    public override async ValueTask Ping(CancellationToken cancel)
    {
        using var reading = Read(Agency.DefaultId);
        await reading.First("SELECT 1 FROM agencies LIMIT 1", row => row.Int(), cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        await _folding.DisposeAsync();
        await _source.DisposeAsync();
    }

    internal static DbContextOptionsBuilder<PostgresLintelDb> OptionsFor(ILoggerFactory? logs = null) =>
        new DbContextOptionsBuilder<PostgresLintelDb>()
            .UseNpgsql()
            .UseSnakeCaseNamingConvention()
            .UseLoggerFactory(logs)
            .EnableThreadSafetyChecks(false);

    private async Task<Outcome<T>> Try<T>(Actor actor, Func<LintelDb, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);

        // Sent with the first statement, as the scope is.
        await connection.BeginTransactionAsync(cancel);
        var sql = new PostgresReader(connection, actor.Agency.Id, PostgresScope.Of(actor));
        await using var db = ContextOn(connection, sql, actor, isItsOwn: false);
        var outcome = await work(db);
        if (outcome.Refusal is null)
        {
            await Commit(sql);
        }

        // A transaction that was not committed is rolled back as its connection is given back.
        return outcome;
    }

    /// <summary>From here on nobody is asked whether they still wait: what is told to commit is seen through.</summary>
    private static async Task Commit(PostgresReader sql)
    {
        try
        {
            await sql.Commit(CancellationToken.None);
        }
        catch (NpgsqlException failure) when (failure is not PostgresException || PostgresFailures.IsCut(failure))
        {
            throw new CommitUnknownException(failure);
        }
    }

    private PostgresLintelDb ContextOn(NpgsqlConnection connection, SqlReader sql, Actor actor, bool isItsOwn)
    {
        var db = new PostgresLintelDb(_options, sql, actor, _clock.Now());
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.Database.SetDbConnection(connection, isItsOwn);
        return db;
    }
}
