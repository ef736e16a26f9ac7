namespace Lintel.Calendar;

public static class CalendarApi
{
    public static void MapCalendar(this IEndpointRouteBuilder app) => app.MapGet("/calendar", ListAgenda.Get).WithTags("Calendar");
}
