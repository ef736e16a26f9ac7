using System.Globalization;
using System.Text;
using Lintel.Accounts;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Lintel.Calendar;

/// <summary>
/// An agent's follow-ups and appointments as an iCalendar (RFC 5545), for the calendars of phones and desks. They look at it when they please, some
/// once a day; so it is for planning, and what is urgent goes another way. Of clients it holds names, and no way to reach them.
/// </summary>
public static class GetCalendarFeed
{
    private const string FeedSql = "SELECT agency_id, agent_id, language FROM calendar_feeds WHERE token_hash = @hash";

    // What was kept or called off is told for a while, so that calendars take it out. The lead's version grows with whatever happens to it.
    private const string FollowUpsSql = """
        SELECT f.id, f.due_at, f.note, f.completed_at, coalesce(l.name, l.instagram_handle), l.id, l.updated_at, l.version
        FROM leads l CROSS JOIN follow_ups f ON f.agency_id = l.agency_id AND f.lead_id = l.id
        WHERE l.agency_id = @agency AND l.assigned_agent_id = @agent AND (f.completed_at IS NULL OR f.completed_at >= @since)
        ORDER BY f.id LIMIT @most
        """;

    private const string AppointmentsSql = """
        SELECT i.id, i.scheduled_at, coalesce(i.subject, i.message), i.completed_at, coalesce(l.name, l.instagram_handle), l.id, l.updated_at, l.version, i.type
        FROM interactions i JOIN leads l ON l.agency_id = i.agency_id AND l.id = i.lead_id
        WHERE i.agency_id = @agency AND i.agent_id = @agent AND i.scheduled_at >= @since AND +i.type < 6
        ORDER BY i.id LIMIT @most
        """;

    private const int Most = 2_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static async Task<IResult> Get(
        string token, HttpContext context, Store store, Agencies agencies, IStringLocalizer<CalendarWords> words, TimeProvider clock, CancellationToken cancel)
    {
        if (await Find(token, store, cancel) is not { } feed || await agencies.Find(feed.AgencyId, cancel) is not { } agency)
        {
            return TypedResults.NotFound();
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(feed.Language);
        using var sql = store.Read(feed.AgencyId);
        Arg[] args = [("agent", feed.AgentId), ("since", clock.Now() - Kept), ("most", Most)];
        var plans = await sql.List(FollowUpsSql, row => Read(row, false), cancel, args);
        plans.AddRange(await sql.List(AppointmentsSql, row => Read(row, true), cancel, args));
        var text = CalendarFile.Of(plans, agency.Name, words);
        var tag = new EntityTagHeaderValue(new StringSegment($"\"{Convert.ToHexStringLower(Secret.Hash(text))[..32]}\""));
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", entityTag: tag);
    }

    private static async ValueTask<Feed?> Find(string token, Store store, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await sql.First(FeedSql, row => new Feed(row.Long(), row.Long(), row.Text()), cancel, ("hash", Secret.Hash(token)));
    }

    private static CalendarEntry Read(Row row, bool isAppointment)
    {
        var (id, at, note, done) = (row.Long(), row.Time(), row.TextOrNull(), row.TimeOrNull() is not null);
        var (called, lead, changed, version) = (row.TextOrNull(), row.Long(), row.Time(), row.Int());
        var kind = isAppointment ? WireEnum<InteractionType>.Name(row.Enum<InteractionType>()) : AgendaItem.FollowUp;
        return new(new(isAppointment, id), kind, at, note, done, called ?? $"#{lead}", changed, version);
    }

    private sealed record Feed(long AgencyId, long AgentId, string Language);
}
