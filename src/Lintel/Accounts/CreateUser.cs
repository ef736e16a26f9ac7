using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Somebody who is to work for the agency.</summary>
public sealed record UserRequest
{
    public Field<string> Email { get; init; }

    public Field<string> Name { get; init; }

    public Field<Role?> Role { get; init; }

    public Field<long?> AgentId { get; init; }

    public Field<string> Password { get; init; }
}

/// <summary>Somebody who now works for the agency.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="IsNew">Whether they had no account before; who had keeps their password.</param>
public sealed record NewMember(long Id, bool IsNew);

/// <summary>Makes somebody a member of the agency, with an account when they have none yet.</summary>
public static class CreateUser
{
    public static async Task<Outcome<NewMember>> Handle(UserRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var email = check.Email("email", request.Email);
        var name = check.Text("name", request.Name, User.LongestName);
        var role = check.Plain("role", request.Role);
        var agent = check.Whole("agent_id", request.AgentId, 1, long.MaxValue);
        check.Required("email", email);
        check.Required("role", role);
        check.Required("password", check.Plain("password", request.Password));
        if (agent.Value is not null && role.Value is not Role.Agent)
        {
            check.Error("agent_id", "is for the role agent only");
        }

        if (request.Password.Value is { } password && Passwords.Problem(password, email.Value ?? "", name.Value ?? "") is { } problem)
        {
            check.Error("password", problem);
        }

        if (check.Failed)
        {
            return check.Refusal;
        }

        var user = await db.Users.FirstOrDefaultAsync(user => user.Email == email.Value, cancel);
        var isNew = user is null;
        if (user is null)
        {
            user = new User
            {
                Email = email.Value!,
                Name = name.Value ?? email.Value![..email.Value!.IndexOf('@', StringComparison.Ordinal)],
                PasswordHash = Passwords.Hash(request.Password.Value!),
                CreatedAt = db.Now,
            };
            db.Users.Add(user);
            await db.SaveChangesAsync(cancel);
        }

        return await Join.Handle(user, role.Value!.Value, agent.Value, db, cancel) is { } refused ? refused : new NewMember(user.Id, isNew);
    }
}
