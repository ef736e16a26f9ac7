using Lintel.Data;

namespace Lintel.Accounts;

/// <summary>The agency that a person signs in to.</summary>
public static class LastAgency
{
    // Where they last worked; else where they have been the longest.
    private const string Sql = """
        SELECT m.agency_id FROM memberships m WHERE m.user_id = @user
        ORDER BY (SELECT max(s.last_used_at) FROM sessions s WHERE s.user_id = m.user_id AND s.agency_id = m.agency_id) DESC NULLS LAST, m.created_at, m.agency_id
        LIMIT 1
        """;

    /// <summary>Its id; 0 when the person belongs to none.</summary>
    public static ValueTask<long> Of(long userId, SqlReader sql, CancellationToken cancel) => sql.First(Sql, row => row.Long(), cancel, ("user", userId));
}
