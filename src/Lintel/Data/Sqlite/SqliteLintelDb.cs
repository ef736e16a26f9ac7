using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Data.Sqlite;

/// <summary>The database on SQLite.</summary>
public sealed class SqliteLintelDb(
    DbContextOptions<SqliteLintelDb> options, SqliteSession session, Actor actor, DateTime now, Sight? sight = null, Action? onDispose = null)
    : LintelDb(options, actor, now)
{
    private Action? _onDispose = onDispose;

    public override SqlReader Sql { get; } = new SqliteReader(session, actor.Agency.Id, sight);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Dismiss();
    }

    public override void Dispose()
    {
        base.Dispose();
        Dismiss();
    }

    // Whoever disposes of it twice must not give its connection back twice.
    private void Dismiss()
    {
        var onDispose = _onDispose;
        _onDispose = null;
        onDispose?.Invoke();
    }
}
