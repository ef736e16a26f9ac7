using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>Somebody who works for the agency.</summary>
/// <param name="Role">What they may do.</param>
/// <param name="AgentId">The agent whose leads are theirs; null for whoever sees all.</param>
public sealed record MemberView(long Id, string Email, string Name, Role Role, long? AgentId, DateTime CreatedAt)
{
    private const string Columns = "u.id, u.email, u.name, m.role, m.agent_id, m.created_at FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.agency_id = @agency";

    public static ValueTask<List<MemberView>> All(SqlReader sql, CancellationToken cancel) => sql.List($"SELECT {Columns} ORDER BY u.name, u.id", Read, cancel);

    public static ValueTask<MemberView?> Load(long id, SqlReader sql, CancellationToken cancel) =>
        sql.First($"SELECT {Columns} AND m.user_id = @id", Read, cancel, ("id", id));

    private static MemberView Read(Row row) => new(row.Long(), row.Text(), row.Text(), row.Enum<Role>(), row.LongOrNull(), row.Time());
}

/// <summary>The people who work for the agency.</summary>
public sealed record UsersAnswer(IReadOnlyList<MemberView> Users)
{
    public bool Success => true;
}

public static class ListUsers
{
    /// <summary>Lists people. Everybody who can sign in for the agency, by name.</summary>
    public static async Task<Ok<UsersAnswer>> Get(Reading sql, CancellationToken cancel) => TypedResults.Ok(new UsersAnswer(await MemberView.All(sql, cancel)));
}
