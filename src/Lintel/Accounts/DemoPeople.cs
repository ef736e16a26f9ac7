using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>One person of each role for the demo agency. Their password is no secret: the page where one signs in shows it, under <c>./dev run</c> alone.</summary>
public static class DemoPeople
{
    public const string Password = "look around the demo";

    private const string FirstAgentSql = "SELECT min(id) FROM agents WHERE agency_id = @agency";

    private const string AreThereSql = "SELECT count(*) FROM users WHERE email = @email";

    public static IReadOnlyList<(Role Role, string Email)> All { get; } =
        [.. Enum.GetValues<Role>().Reverse().Select(role => (role, WireEnum<Role>.Name(role) + "@demo.example"))];

    public static async Task<Outcome<int>> Handle(LintelDb db, CancellationToken cancel)
    {
        foreach (var (role, email) in All)
        {
            var agent = role == Role.Agent ? await db.Sql.First(FirstAgentSql, row => row.LongOrNull(), cancel) : null;
            var request = new UserRequest
            {
                Email = Field<string>.Sent(email),
                Role = Field<Role?>.Sent(role),
                AgentId = agent is null ? default : Field<long?>.Sent(agent),
                Password = Field<string>.Sent(Password),
            };
            if ((await CreateUser.Handle(request, db, cancel)).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return All.Count;
    }

    public static async ValueTask<bool> AreThere(Store store, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await sql.First(AreThereSql, row => row.Long(), cancel, ("email", All[0].Email)) > 0;
    }
}
