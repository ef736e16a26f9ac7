using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>A passkey, as its person sees it.</summary>
/// <param name="IsBackedUp">Whether it is on other devices of the person's, too.</param>
public sealed record PasskeyView(long Id, string Name, bool IsBackedUp, DateTime CreatedAt, DateTime? LastUsedAt)
{
    private const string Sql = "SELECT id, name, is_backed_up, created_at, last_used_at FROM passkeys WHERE user_id = @user ORDER BY name, id";

    public static PasskeyView Of(Passkey passkey) => new(passkey.Id, passkey.Name, passkey.IsBackedUp, passkey.CreatedAt, passkey.LastUsedAt);

    public static async Task<List<PasskeyView>> All(long userId, Store store, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await sql.List(Sql, row => new PasskeyView(row.Long(), row.Text(), row.Bool(), row.Time(), row.TimeOrNull()), cancel, ("user", userId));
    }
}

/// <summary>The person's passkeys.</summary>
public sealed record PasskeysAnswer(IReadOnlyList<PasskeyView> Passkeys)
{
    public bool Success => true;
}

public static class ListPasskeys
{
    /// <summary>Lists the person's passkeys, by name.</summary>
    public static async Task<Ok<PasskeysAnswer>> Get(Caller caller, Store store, CancellationToken cancel) =>
        TypedResults.Ok(new PasskeysAnswer(caller.Actor.UserId is { } user ? await PasskeyView.All(user, store, cancel) : []));
}
