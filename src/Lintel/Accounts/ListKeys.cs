using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>An API key, without the key itself.</summary>
/// <param name="Hint">How the key begins.</param>
/// <param name="AllowedAddresses">Where it may be used from; from everywhere when empty.</param>
/// <param name="ExpiresAt">When it ends by itself; null for never.</param>
/// <param name="LastUsedAt">When it was last used, to within a minute; null before the first time.</param>
/// <param name="RevokedAt">Since when it lets nobody in any more; null while it does.</param>
public sealed record KeyView(
    long Id, string Name, Scope Scope, string Hint, IReadOnlyList<string> AllowedAddresses, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? LastUsedAt, DateTime? RevokedAt)
{
    public static KeyView Of(ApiKey key) =>
        new(key.Id, key.Name, key.Scope, key.Hint, key.AllowedAddresses, key.CreatedAt, key.ExpiresAt, key.LastUsedAt, key.RevokedAt);
}

/// <summary>The agency's API keys.</summary>
public sealed record KeysAnswer(IReadOnlyList<KeyView> Keys)
{
    public bool Success => true;
}

public static class ListKeys
{
    private const string Sql = """
        SELECT id, name, scope, hint, allowed_addresses, created_at, expires_at, last_used_at, revoked_at FROM api_keys WHERE agency_id = @agency ORDER BY id
        """;

    /// <summary>Lists API keys. Revoked ones stay in the list; no key is shown again.</summary>
    public static async Task<Ok<KeysAnswer>> Get(Reading sql, CancellationToken cancel) => TypedResults.Ok(new KeysAnswer(await sql.List(
        Sql,
        row => new KeyView(
            row.Long(), row.Text(), row.Enum<Scope>(), row.Text(), row.Texts(), row.Time(), row.TimeOrNull(), row.TimeOrNull(), row.TimeOrNull()),
        cancel)));
}
