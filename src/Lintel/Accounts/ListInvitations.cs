using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>Somebody who was asked to work for the agency, and has not answered yet.</summary>
/// <param name="Role">What they will be.</param>
/// <param name="AgentId">The agent whose leads will be theirs; null for the agent of the same email.</param>
/// <param name="ExpiresAt">Until when their link works.</param>
public sealed record InvitationView(long Id, string Email, Role Role, long? AgentId, DateTime CreatedAt, DateTime ExpiresAt);

/// <summary>The invitations that can still be accepted.</summary>
public sealed record InvitationsAnswer(IReadOnlyList<InvitationView> Invitations)
{
    public bool Success => true;
}

public static class ListInvitations
{
    private const string Sql = """
        SELECT id, email, role, agent_id, created_at, expires_at FROM mailed_links
        WHERE agency_id = @agency AND role IS NOT NULL AND expires_at > @now ORDER BY created_at DESC, id DESC
        """;

    /// <summary>Lists invitations. Those that were neither accepted nor withdrawn and still work, the latest first.</summary>
    public static async Task<Ok<InvitationsAnswer>> Get(Reading sql, TimeProvider clock, CancellationToken cancel) =>
        TypedResults.Ok(new InvitationsAnswer(await All(clock.Now(), sql, cancel)));

    public static ValueTask<List<InvitationView>> All(DateTime now, SqlReader sql, CancellationToken cancel) => sql.List(
        Sql, row => new InvitationView(row.Long(), row.Text(), row.Enum<Role>(), row.LongOrNull(), row.Time(), row.Time()), cancel, ("now", now));
}
