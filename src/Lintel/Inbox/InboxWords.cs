namespace Lintel.Inbox;

/// <summary>Names <c>InboxWords.resx</c> and its translations: the words of the pages about conversations.</summary>
public sealed class InboxWords;
