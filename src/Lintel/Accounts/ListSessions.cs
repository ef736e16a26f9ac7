using Lintel.Data;
using Lintel.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>A sign-in of the caller.</summary>
/// <param name="Device">What the browser said it is.</param>
/// <param name="Address">Where it was last used from.</param>
/// <param name="LastUsedAt">When it was last used, to within a minute.</param>
/// <param name="IsCurrent">Whether it is the one that asks.</param>
public sealed record SessionView(long Id, string? Device, string? Address, DateTime CreatedAt, DateTime LastUsedAt, bool IsCurrent);

/// <summary>Where the caller is signed in.</summary>
public sealed record SessionsAnswer(IReadOnlyList<SessionView> Sessions)
{
    public bool Success => true;
}

public static class ListSessions
{
    private const string Sql = """
        SELECT id, device, address, created_at, last_used_at FROM sessions WHERE user_id = @user ORDER BY last_used_at DESC, id DESC
        """;

    /// <summary>Lists one's own sessions. With device and last use; the last used comes first.</summary>
    public static async Task<Ok<SessionsAnswer>> Get(Caller caller, Store store, CancellationToken cancel)
    {
        var actor = caller.Actor;
        using var sql = store.ReadAcross();
        return TypedResults.Ok(new SessionsAnswer(await sql.List(
            Sql,
            row =>
            {
                var id = row.Long();
                return new SessionView(id, row.TextOrNull(), row.TextOrNull(), row.Time(), row.Time(), id == actor.SessionId);
            },
            cancel,
            ("user", actor.UserId ?? 0))));
    }
}
