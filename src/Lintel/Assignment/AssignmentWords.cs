namespace Lintel.Assignment;

/// <summary>The words of why a lead went where it went, by language: <c>AssignmentWords.resx</c> and its translations.</summary>
public sealed class AssignmentWords;
