namespace Lintel.Conversations;

/// <summary>Names <c>ConversationWords.resx</c> and its translations: the words of what was said and done.</summary>
public sealed class ConversationWords;
