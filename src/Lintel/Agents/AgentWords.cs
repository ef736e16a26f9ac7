namespace Lintel.Agents;

/// <summary>Names <c>AgentWords.resx</c> and its translations: the words of the pages about agents.</summary>
public sealed class AgentWords;
