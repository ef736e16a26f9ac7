using Lintel.Conversations;
using Lintel.Data;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Calendar;

/// <summary>How something planned was before it was changed.</summary>
/// <param name="Plan">Its <see cref="PlanId"/>.</param>
public sealed record PlanBefore(string Plan, DateTime At, bool Done);

/// <summary>Ticks off or moves something planned, be it a follow-up or an appointment.</summary>
public static class ChangePlan
{
    private const string FollowUpSql = "SELECT due_at, completed_at FROM follow_ups WHERE agency_id = @agency AND id = @id";

    private const string AppointmentSql = "SELECT scheduled_at, completed_at FROM interactions WHERE agency_id = @agency AND id = @id";

    /// <param name="at">The new time as it was typed, where the agency is; null leaves it.</param>
    /// <param name="done">Null leaves it.</param>
    /// <returns>How it was.</returns>
    public static async Task<Outcome<PlanBefore>> Handle(PlanId plan, string? at, bool? done, LintelDb db, CancellationToken cancel)
    {
        var before = await db.Sql.First(
            plan.IsAppointment ? AppointmentSql : FollowUpSql,
            row => new PlanBefore(plan.ToString(), row.TimeOrNull() ?? default, row.TimeOrNull() is not null),
            cancel,
            ("id", plan.Id));
        var (when, tick) = (at is null ? default : Field<string>.Sent(at), done is null ? default : Field<bool?>.Sent(done));
        var refusal = plan.IsAppointment
            ? (await UpdateAppointment.Handle(plan.Id, new() { ScheduledAt = when, Done = tick }, db, cancel)).Refusal
            : (await UpdateFollowUp.Handle(plan.Id, new() { DueAt = when, Done = tick }, db, cancel)).Refusal;
        return refusal is null ? before! : refusal;
    }

    /// <summary>Puts it back to how it was.</summary>
    public static Task<Outcome<PlanBefore>> Restore(PlanBefore before, LintelDb db, CancellationToken cancel) =>
        PlanId.TryParse(before.Plan, out var plan)
            ? Handle(plan, WireTime.Text(before.At), before.Done, db, cancel)
            : Task.FromResult<Outcome<PlanBefore>>(Refusal.NotFound("Follow-up", 0));
}
