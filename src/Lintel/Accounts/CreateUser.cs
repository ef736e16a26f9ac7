using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Somebody who is to work for the agency.</summary>
public sealed record UserRequest
{
    [Email(Required = true)]
    public Field<string> Email { get; init; }

    [Text(User.LongestName)]
    public Field<string> Name { get; init; }

    [Value(Required = true)]
    public Field<Role?> Role { get; init; }

    /// <summary>Whose leads are theirs, for an agent; by default the agent of the same email.</summary>
    [Whole(1)]
    public Field<long?> AgentId { get; init; }

    /// <summary>At least ten characters, and none that people commonly take.</summary>
    [Text(Passwords.Longest, Required = true, Example = "correct horse battery staple")]
    public Field<string> Password { get; init; }
}

/// <summary>Somebody who now works for the agency.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="IsNew">Whether they had no account before; who had keeps their password.</param>
public sealed record NewMember(long Id, bool IsNew);

/// <summary>Somebody who works for the agency.</summary>
public sealed record MemberAnswer(MemberView User)
{
    public bool Success => true;
}

/// <summary>Makes somebody a member of the agency, with an account when they have none yet.</summary>
public static class CreateUser
{
    /// <summary>
    /// Makes somebody a member of the agency. Who has an account on this server keeps their password; who has none gets one with this password. Only an
    /// owner makes owners.
    /// </summary>
    public static async Task<Results<Created<MemberAnswer>, ProblemHttpResult>> Post(UserRequest request, Caller caller, Store store, CancellationToken cancel)
    {
        if (request.Role.Value > caller.Actor.Role)
        {
            return Problems.Of(Refusal.Forbidden("Only an owner makes owners."));
        }

        // Accounts are above agencies. Past what keeps answers for an Idempotency-Key: done again, it is a conflict.
        var outcome = await store.Write<MemberView>(
            caller.Actor with { IsAcross = true },
            async db =>
            {
                var made = await Handle(request, db, cancel);
                return made.Refusal is { } refused ? refused : (await MemberView.Load(made.Value.Id, db.Sql, cancel))!;
            },
            cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Created("/users", new MemberAnswer(outcome.Value));
    }

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
