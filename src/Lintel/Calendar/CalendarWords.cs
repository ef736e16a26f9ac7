namespace Lintel.Calendar;

/// <summary>Names <c>CalendarWords.resx</c> and its translations: the words of what is planned.</summary>
public sealed class CalendarWords;
