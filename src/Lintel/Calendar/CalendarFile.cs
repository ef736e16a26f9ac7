using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;

namespace Lintel.Calendar;

/// <summary>One thing planned, as a calendar's file has it.</summary>
/// <param name="ChangedAt">When anything of it may have changed last.</param>
/// <param name="Version">Grows with each such change.</param>
public sealed record CalendarEntry(PlanId Plan, string Kind, DateTime At, string? Note, bool Done, string LeadName, DateTime ChangedAt, int Version);

/// <summary>Writes plans as an iCalendar. The same plans are the same text, so that who has it already need not read it again.</summary>
public static class CalendarFile
{
    private static readonly TimeSpan OfFollowUp = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OfAppointment = TimeSpan.FromHours(1);

    public static string Of(IEnumerable<CalendarEntry> entries, string agency, IStringLocalizer<CalendarWords> words)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Lintel//Calendar//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", $"{agency} · Lintel");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var entry in entries)
        {
            calendar.Events.Add(Event(entry, words));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(CalendarEntry entry, IStringLocalizer<CalendarWords> words) => new()
    {
        Uid = $"{entry.Plan}@lintel",
        DtStamp = Time(entry.ChangedAt),
        LastModified = Time(entry.ChangedAt),
        Sequence = entry.Version,
        Start = Time(entry.At),
        End = Time(entry.At + (entry.Plan.IsAppointment ? OfAppointment : OfFollowUp)),
        Summary = $"{words[$"kind.{entry.Kind}"].Value}: {entry.LeadName}",
        Description = entry.Note,

        // A promise that was kept is over; an appointment that took place is part of the day.
        Status = entry is { Done: true, Plan.IsAppointment: false } ? EventStatus.Cancelled : EventStatus.Confirmed,
    };

    /// <summary>Calendars know whole seconds.</summary>
    private static CalDateTime Time(DateTime utc) => new(utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond)), CalDateTime.UtcTzId);
}
