namespace Lintel.Properties;

/// <summary>Names <c>PropertyWords.resx</c> and its translations: the words of the pages about listings.</summary>
public sealed class PropertyWords;
