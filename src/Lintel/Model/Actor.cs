namespace Lintel.Model;

/// <summary>On whose behalf something is done: the agency whose data it is, and the name that histories keep.</summary>
public sealed record Actor(Agency Agency, string Name)
{
    /// <summary>The name histories keep for what no person decided.</summary>
    public const string System = "system";
}
