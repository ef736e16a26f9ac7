namespace Lintel.Matching;

/// <summary>The words of what fits whom, by language: <c>MatchWords.resx</c> and its translations.</summary>
public sealed class MatchWords;
