using System.Globalization;

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

    /// <summary>The sign-in that it is done by.</summary>
    public long? SessionId { get; init; }

    /// <summary>The API key that was shown.</summary>
    public long? KeyId { get; init; }

    /// <summary>What that key may be used for.</summary>
    public Scope? Scope { get; init; }

    /// <summary>The address the call came from.</summary>
    public string? Address { get; init; }

    /// <summary>Which leads the caller sees, and whatever hangs on leads; null for all of the agency.</summary>
    public Sight? Sight => Role == Role.Agent ? new(AgentId ?? 0, Agency.AgentsSeeUnassigned) : null;

    /// <summary>The call, as the log names it.</summary>
    public string? TraceId { get; init; }

    /// <summary>
    /// Whether rows of every agency may be touched: for accounts, which are above agencies. The use-case then says itself whose it wants, where
    /// that is not <see cref="Agency"/>.
    /// </summary>
    public bool IsAcross { get; init; }

    /// <summary>Whoever has not said yet who they are, of no agency.</summary>
    public static Actor Nobody { get; } = new(new Agency { Name = "", TimeZone = "UTC", Currency = "", Region = "" }, System) { IsAcross = true };

    /// <summary>What tells this caller from every other of the agency, whatever they are called.</summary>
    public string Key => KeyId is { } key ? "key:" + key.ToString(CultureInfo.InvariantCulture)
        : UserId is { } user ? "user:" + user.ToString(CultureInfo.InvariantCulture)
        : Name;
}
