namespace Lintel.Calendar;

/// <summary>A day of the agency with what is planned on it.</summary>
public sealed record PlanDay(DateOnly Day, IReadOnlyList<AgendaItem> Items);
