namespace Lintel.Model;

/// <summary>What of the agency's leads somebody sees who does not see all.</summary>
/// <param name="AgentId">The agent whose leads they are; 0 for somebody who is no agent, and so has none.</param>
/// <param name="Unassigned">Whether those that nobody has are seen as well.</param>
public sealed record Sight(long AgentId, bool Unassigned);
