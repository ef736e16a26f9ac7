using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Data.Sqlite;

/// <summary>The database on SQLite.</summary>
public sealed class SqliteLintelDb(
    DbContextOptions<SqliteLintelDb> options, SqliteSession session, Actor actor, DateTime now, Sight? sight = null, Action? onDispose = null)
    : LintelDb(options, actor, now)
{
    public override SqlReader Sql { get; } = new SqliteReader(session, actor.Agency.Id, sight);

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
}
