namespace Lintel.Calendar;

public static class CalendarApi
{
    public static void MapCalendar(this IEndpointRouteBuilder app)
    {
        app.MapGet("/calendar", ListAgenda.Get).WithTags("Calendar");

        // For calendars, which know what it is; who has the address has the key.
        app.MapGet("/calendar/{token}.ics", GetCalendarFeed.Get).AllowAnonymous().ExcludeFromDescription();
    }
}
