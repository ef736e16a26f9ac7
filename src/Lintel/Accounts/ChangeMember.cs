using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>What a member becomes.</summary>
public sealed record MemberRequest
{
    [Value(NotNull = true)]
    public Field<Role?> Role { get; init; }

    /// <summary>Whose leads are theirs, for an agent.</summary>
    [Whole(1)]
    public Field<long?> AgentId { get; init; }
}

/// <summary>Gives a member another role.</summary>
public static class ChangeMember
{
    /// <summary>Changes a person's role, or the agent they are. Their sessions in the agency end. Only an owner changes or makes owners, and one stays.</summary>
    public static async Task<Results<Ok<MemberAnswer>, ProblemHttpResult>> Put(
        long id, MemberRequest request, Caller caller, Store store, Passes passes, CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor with { IsAcross = true }, db => Handle(id, request, db, cancel), cancel);
        passes.Forget();
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(new MemberAnswer(outcome.Value));
    }

    public static async Task<Outcome<MemberView>> Handle(long id, MemberRequest request, LintelDb db, CancellationToken cancel)
    {
        if (await db.Memberships.FirstOrDefaultAsync(member => member.UserId == id, cancel) is not { } member)
        {
            return Refusal.NotFound("User", id);
        }

        var check = new Check(db.Agency);
        var (role, agent) = (check.Plain("role", request.Role), check.Whole("agent_id", request.AgentId, 1, long.MaxValue));
        check.NotNull("role", role);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var (before, after) = (member.Role, role.Value ?? member.Role);
        if (Owners.WhyNot(before, after, db) is { } forbidden)
        {
            return forbidden;
        }

        agent.IfSent(value => member.AgentId = value);
        member.Role = after;
        member.AgentId = after == Role.Agent ? member.AgentId : null;
        if (member.AgentId is { } wanted && !await db.Agents.AnyAsync(known => known.Id == wanted, cancel))
        {
            return Refusal.Invalid("agent_id", "does not exist");
        }

        if (member.AgentId is { } taken && await db.Memberships.AnyAsync(other => other.AgentId == taken && other.UserId != id, cancel))
        {
            return Refusal.Conflict("agent_id", "is somebody else's");
        }

        await db.SaveChangesAsync(cancel);
        if (await Owners.AreGone(before, db, cancel))
        {
            return Owners.OneStays;
        }

        await EndSessions.OfMember(id, db, cancel);
        await db.Note(AuditAction.Changed, "user", id, new { Role = before }, new { Role = after, member.AgentId }, cancel);
        return (await MemberView.Load(id, db.Sql, cancel))!;
    }
}
