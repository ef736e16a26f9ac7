using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>An agency that the person works for.</summary>
/// <param name="Role">What they are there.</param>
public sealed record MembershipView(long Id, string Name, Role Role);

/// <summary>The key that was shown.</summary>
/// <param name="Scope">What it may be used for.</param>
public sealed record KeyName(long Id, string Name, Scope Scope);

/// <summary>Who calls.</summary>
/// <param name="User">The person who is signed in; null for a key, and for the open API.</param>
/// <param name="Key">The API key that was shown; null for a person.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="AgentId">The agent whose leads are the caller's; null for whoever sees all.</param>
/// <param name="Agencies">Where the person may switch to, the one they are in included.</param>
/// <param name="CsrfToken">What a change by cookie carries in <c>X-CSRF-Token</c>; null for a key, which needs none.</param>
public sealed record MeAnswer(
    UserView? User, KeyName? Key, AgencyView Agency, Role Role, long? AgentId, IReadOnlyList<MembershipView> Agencies, string? CsrfToken)
{
    public bool Success => true;
}

public static class GetMe
{
    private const string AgenciesSql = """
        SELECT a.id, a.name, m.role FROM memberships m JOIN agencies a ON a.id = m.agency_id WHERE m.user_id = @user ORDER BY a.name, a.id
        """;

    /// <summary>Tells who calls. For which agency, as what, and what a change by cookie has to carry.</summary>
    public static async Task<Ok<MeAnswer>> Get(Caller caller, Store store, SessionCookie cookie, CancellationToken cancel)
    {
        var actor = caller.Actor;
        using var sql = store.ReadAcross();
        var user = actor.UserId is { } id ? await UserView.Load(id, sql, cancel) : null;
        var agencies = await sql.List(AgenciesSql, row => new MembershipView(row.Long(), row.Text(), row.Enum<Role>()), cancel, ("user", actor.UserId ?? 0));
        var key = actor is { KeyId: { } keyId, Scope: { } scope } ? new KeyName(keyId, actor.Name, scope) : null;
        var csrf = actor.SessionId is not null && cookie.Token is { } token ? SessionCookie.CsrfToken(token) : null;
        return TypedResults.Ok(new MeAnswer(user, key, AgencyView.Of(actor.Agency), actor.Role, actor.AgentId, agencies, csrf));
    }
}
