namespace Lintel.Today;

/// <summary>Names <c>TodayWords.resx</c> and its translations: the words of the page a day begins with.</summary>
public sealed class TodayWords;
