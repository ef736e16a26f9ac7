namespace Lintel.Model;

/// <summary>The words of a person's message that said what a field of the lead holds, until somebody confirms or changes it.</summary>
/// <param name="Text">The words exactly as written.</param>
/// <param name="Start">Where they start in the message, in UTF-16 code units.</param>
/// <param name="Length">How long they are, in UTF-16 code units.</param>
/// <param name="At">When the message was received.</param>
public sealed record UnderstoodWords(string Text, int Start, int Length, DateTime At);
