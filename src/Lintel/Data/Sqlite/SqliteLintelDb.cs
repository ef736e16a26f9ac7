using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lintel.Data.Sqlite;

/// <summary>The database on SQLite. Times are whole milliseconds since 1970, because SQLite orders and subtracts numbers, not dates.</summary>
public sealed class SqliteLintelDb(DbContextOptions<SqliteLintelDb> options, SqliteSession session, Actor actor, DateTime now, Action? onDispose = null)
    : LintelDb(options, actor, now)
{
    public override SqlReader Sql { get; } = new SqliteReader(session, actor.Agency.Id);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<Milliseconds>();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        onDispose?.Invoke();
    }

    public override void Dispose()
    {
        base.Dispose();
        onDispose?.Invoke();
    }

    private sealed class Milliseconds()
        : ValueConverter<DateTime, long>(time => SqliteTime.ToMilliseconds(time), value => SqliteTime.FromMilliseconds(value));
}
