using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Conversations;

/// <summary>What changes of an appointment; a key left out stays as it is.</summary>
public sealed record UpdateAppointmentRequest
{
    /// <summary>Whether it has taken place.</summary>
    [Value(NotNull = true)]
    public Field<bool?> Done { get; init; }

    /// <summary>When it is to be.</summary>
    [Time(NotNull = true)]
    public Field<string> ScheduledAt { get; init; }
}

/// <summary>Ticks off a call, a meeting or a viewing that was planned, or moves it.</summary>
public static class UpdateAppointment
{
    private const string LeadSql = "SELECT lead_id FROM interactions WHERE agency_id = @agency AND id = @id";

    private static readonly Refusal NotPlanned = Refusal.Conflict("This was not planned: only a call, a meeting or a viewing with a time can be moved or ticked off.");

    /// <summary>
    /// Ticks off or moves an appointment: done true says that it took place now, and it counts as a contact from then on; done false takes that back;
    /// scheduled_at is another time. An entry that was not planned for a time is a conflict.
    /// </summary>
    public static Task<Results<Ok<InteractionAnswer>, ProblemHttpResult>> Put(
        long id, UpdateAppointmentRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, request, db, cancel), interaction => TypedResults.Ok(new InteractionAnswer(interaction)));

    public static async Task<Outcome<InteractionView>> Handle(long id, UpdateAppointmentRequest request, LintelDb db, CancellationToken cancel)
    {
        if (await db.Sql.First(LeadSql, row => (long?)row.Long(), cancel, ("id", id)) is not { } leadId)
        {
            return Refusal.NotFound("Interaction", id);
        }

        if (await db.Hold<Lead>(leadId, cancel) is not { } lead)
        {
            return Refusal.NotFound("Interaction", id);
        }

        var check = new Check(db.Agency);
        var done = check.Plain("done", request.Done);
        var at = check.Time("scheduled_at", request.ScheduledAt);
        check.NotNull("done", done);
        check.NotNull("scheduled_at", at);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var entries = await db.Interactions.Where(entry => entry.LeadId == leadId).ToListAsync(cancel);
        var appointment = entries.Single(entry => entry.Id == id);
        if (!appointment.IsAppointment)
        {
            return NotPlanned;
        }

        at.IfSent(value => appointment.ScheduledAt = value);
        done.IfSent(value => appointment.CompletedAt = value == true ? appointment.CompletedAt ?? db.Now : null);
        lead.Recount(entries, db.Now);
        lead.Rate(db.Now);
        await db.SaveChangesAsync(cancel);
        return InteractionView.Of(appointment, appointment.AgentId is { } agent ? await AgentView.Load(db.Sql, agent, cancel) : null);
    }
}
