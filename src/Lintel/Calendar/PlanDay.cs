namespace Lintel.Calendar;

/// <summary>A day of the agency with what is planned on it.</summary>
/// <param name="Items">The first of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record PlanDay(DateOnly Day, IReadOnlyList<AgendaItem> Items, long Total)
{
    public long More => Total - Items.Count;
}
