namespace Lintel.Model;

/// <summary>On whose behalf something is done: the agency whose data it is, the name that histories keep, and what that caller may see.</summary>
public sealed record Actor(Agency Agency, string Name)
{
    /// <summary>The name histories keep for what no person decided.</summary>
    public const string System = "system";

    /// <summary>What the caller may do; whoever is nobody in particular (a job, a command, the open API) may do all.</summary>
    public Role Role { get; init; } = Role.Owner;

    /// <summary>The agent record that an <see cref="Role.Agent"/> is: whose leads they see.</summary>
    public long? AgentId { get; init; }

    /// <summary>The person who is signed in.</summary>
    public long? UserId { get; init; }

    /// <summary>The API key that was shown.</summary>
    public long? KeyId { get; init; }

    /// <summary>The address the call came from.</summary>
    public string? Address { get; init; }

    /// <summary>The call, as the log names it.</summary>
    public string? TraceId { get; init; }
}
