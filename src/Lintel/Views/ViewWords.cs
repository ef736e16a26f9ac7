namespace Lintel.Views;

/// <summary>Names <c>ViewWords.resx</c> and its translations: the words of saved views.</summary>
public sealed class ViewWords;
