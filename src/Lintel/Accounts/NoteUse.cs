using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>Keeps when a key or a session was last used, and from where, for those whose it is.</summary>
public static class NoteUse
{
    private const string KeySql = "UPDATE api_keys SET last_used_at = @now WHERE id = @id RETURNING 1";

    private const string SessionSql = "UPDATE sessions SET last_used_at = @now, address = @address WHERE id = @id RETURNING 1";

    public static async Task<Outcome<int>> Handle(Actor actor, string? address, LintelDb db, CancellationToken cancel) => actor.KeyId is { } key
        ? await db.Sql.First(KeySql, row => row.Int(), cancel, ("id", key), ("now", db.Now))
        : await db.Sql.First(SessionSql, row => row.Int(), cancel, ("id", actor.SessionId), ("now", db.Now), ("address", address));
}
