using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Makes a person with an account a member of the agency.</summary>
public static class Join
{
    /// <param name="user">The person.</param>
    /// <param name="role">What they become.</param>
    /// <param name="agentId">The agent record that an agent is; without one, the record of the same email, when there is one.</param>
    /// <param name="db">The agency's unit of work.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Refusal?> Handle(User user, Role role, long? agentId, LintelDb db, CancellationToken cancel)
    {
        if (await db.Memberships.AnyAsync(member => member.UserId == user.Id, cancel))
        {
            return Refusal.Conflict("email", "already belongs to somebody of this agency");
        }

        if (agentId is { } wanted && !await db.Agents.AnyAsync(agent => agent.Id == wanted, cancel))
        {
            return Refusal.Invalid("agent_id", "does not exist");
        }

        if (role == Role.Agent && agentId is null)
        {
            agentId = await db.Agents.Where(agent => agent.Email == user.Email).Select(agent => (long?)agent.Id).FirstOrDefaultAsync(cancel);
        }

        if (agentId is { } taken && await db.Memberships.AnyAsync(member => member.AgentId == taken, cancel))
        {
            return Refusal.Conflict("agent_id", "is somebody else's");
        }

        db.Memberships.Add(new Membership { AgencyId = db.AgencyId, UserId = user.Id, Role = role, AgentId = agentId, CreatedAt = db.Now });
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Created, "user", user.Id, null, new { user.Email, Role = role, AgentId = agentId }, cancel);
        return null;
    }
}
