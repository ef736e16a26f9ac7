namespace Lintel.Analytics;

/// <summary>Names <c>AnalyticsWords.resx</c> and its translations: the words of the page of analytics.</summary>
public sealed class AnalyticsWords;
