namespace Lintel.Calendar;

/// <summary>The addresses of the pages about what is planned.</summary>
public static class CalendarPlaces
{
    public const string Calendar = "/app/calendar";
}
