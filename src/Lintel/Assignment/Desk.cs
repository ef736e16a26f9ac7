using System.Globalization;
using Lintel.Model;

namespace Lintel.Assignment;

/// <summary>Whose work a page shows.</summary>
public static class Desk
{
    /// <summary>
    /// The agent whose leads are meant: an agent sees their own and no others, whoever runs the agency those of the agent they ask for, or everyone's
    /// (null). 0 is nobody's: that of an agent whom no leads can be given to.
    /// </summary>
    /// <param name="asked">The agent's id, as the address has it.</param>
    public static long? Of(Actor actor, string? asked) =>
        actor.Role == Role.Agent ? actor.AgentId ?? 0
        : long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var agent) ? agent
        : null;
}
