using Lintel.Data;
using Lintel.Model;

namespace Lintel.Calendar;

/// <summary>What is planned day by day, as the calendar's pages show it: a team has more on a day than anyone reads at a glance.</summary>
public static class ListPlanDays
{
    // Each day is a range of an index, and the order of the joins is said, which SQLite would turn round; who has it and for whom is looked up only
    // for those that are shown. That they are no more than so many is said again as a limit, which PostgreSQL reckons with: it would take all there are.
    private const string FollowUpsSql = $"""
        SELECT f.id, f.due_at, f.note, f.created_at, {ListAgenda.LeadColumns}, l.assigned_agent_id, a.name, p.day, p.of_day
        FROM (SELECT * FROM (
            SELECT f.id, s.key AS day, row_number() OVER (PARTITION BY s.key ORDER BY f.due_at, f.id) AS place, count(*) OVER (PARTITION BY s.key) AS of_day
            FROM each(@starts) s JOIN each(@ends) e ON e.key = s.key
                CROSS JOIN follow_ups f ON f.agency_id = @agency AND f.completed_at IS NULL AND f.due_at >= s.value AND f.due_at < e.value
            WHERE CAST(@agent AS BIGINT) IS NULL
                OR f.lead_id IN (SELECT id FROM leads WHERE agency_id = @agency AND assigned_agent_id = @agent AND next_follow_up_at IS NOT NULL)
        ) planned WHERE place <= @most LIMIT @shown) p CROSS JOIN follow_ups f ON f.agency_id = @agency AND f.id = p.id
            JOIN leads l ON l.agency_id = f.agency_id AND l.id = f.lead_id
            LEFT JOIN agents a ON a.agency_id = l.agency_id AND a.id = l.assigned_agent_id
        """;

    private const string AppointmentsSql = $"""
        SELECT i.id, i.scheduled_at, coalesce(i.subject, i.message), i.created_at, {ListAgenda.LeadColumns}, i.agent_id, a.name, i.type, i.completed_at,
            p.day, p.of_day
        FROM (SELECT * FROM (
            SELECT i.id, s.key AS day, row_number() OVER (PARTITION BY s.key ORDER BY i.completed_at IS NOT NULL, i.scheduled_at, i.id) AS place, count(*) OVER (PARTITION BY s.key) AS of_day
            FROM each(@starts) s JOIN each(@ends) e ON e.key = s.key
                CROSS JOIN interactions i ON i.agency_id = @agency AND i.scheduled_at >= s.value AND i.scheduled_at < e.value AND +i.type < 6
            WHERE CAST(@agent AS BIGINT) IS NULL OR +i.agent_id = @agent
        ) planned WHERE place <= @most LIMIT @shown) p CROSS JOIN interactions i ON i.agency_id = @agency AND i.id = p.id
            JOIN leads l ON l.agency_id = i.agency_id AND l.id = i.lead_id
            LEFT JOIN agents a ON a.agency_id = i.agency_id AND a.id = i.agent_id
        """;

    /// <summary>Each of the days, with the first so many of what is planned on it, of everyone or one agent; what is done gives way.</summary>
    public static ValueTask<List<PlanDay>> Of(
        IReadOnlyList<DateOnly> days, int most, long? agent, Agency agency, Remembered remembered, SqlReader sql, CancellationToken cancel) =>
        remembered.Get((nameof(ListPlanDays), agency.Id, days[0], days.Count, most, agent), () => Ask(days, most, agent, agency, sql, cancel), cancel);

    /// <summary>A day's appointments alone.</summary>
    public static async ValueTask<PlanDay> Appointments(DateOnly day, int most, long? agent, Agency agency, SqlReader sql, CancellationToken cancel) =>
        Day(day, await Read(true, [day], most, agent, agency, sql, cancel), most);

    private static async ValueTask<List<PlanDay>> Ask(
        IReadOnlyList<DateOnly> days, int most, long? agent, Agency agency, SqlReader sql, CancellationToken cancel)
    {
        var planned = await Read(false, days, most, agent, agency, sql, cancel);
        planned.AddRange(await Read(true, days, most, agent, agency, sql, cancel));
        var ofDay = planned.ToLookup(plan => plan.Day);
        return [.. days.Select((day, i) => Day(day, ofDay[i], most))];
    }

    private static ValueTask<List<Planned>> Read(
        bool areAppointments, IReadOnlyList<DateOnly> days, int most, long? agent, Agency agency, SqlReader sql, CancellationToken cancel) => sql.List(
            areAppointments ? AppointmentsSql : FollowUpsSql,
            row => new Planned(ListAgenda.Read(row, areAppointments), row.Int(), row.Long()),
            cancel,
            ("starts", days.Select(agency.StartOf)),
            ("ends", days.Select(day => agency.StartOf(day.AddDays(1)))),
            ("agent", agent),
            ("most", most),
            ("shown", most * days.Count));

    private static PlanDay Day(DateOnly day, IEnumerable<Planned> planned, int most) => new(
        day,
        [.. planned.Select(plan => plan.Item).OrderBy(item => item.Done).ThenBy(item => item.At).Take(most)
            .OrderBy(item => item.At).ThenBy(item => item.Kind, StringComparer.Ordinal).ThenBy(item => item.Id)],
        planned.GroupBy(plan => plan.Item.Plan.IsAppointment, plan => plan.OfDay).Sum(kind => kind.First()));

    /// <param name="Day">Which of the days asked for.</param>
    /// <param name="OfDay">How many of its kind there are on the day.</param>
    private readonly record struct Planned(AgendaItem Item, int Day, long OfDay);
}
