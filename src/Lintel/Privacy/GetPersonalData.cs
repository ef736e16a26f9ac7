using System.Globalization;
using Lintel.Audit;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Privacy;

/// <summary>An address that a person is known by.</summary>
public sealed record IdentityView(IdentityKind Kind, string Value);

/// <summary>Everything that is held on a person.</summary>
/// <param name="Audit">What was done with the lead, newest first.</param>
public sealed record PersonalData(
    LeadView Lead,
    IReadOnlyList<IdentityView> Identities,
    IReadOnlyList<InteractionView> Interactions,
    IReadOnlyList<FollowUpView> FollowUps,
    IReadOnlyList<StatusChangeView> StatusChanges,
    IReadOnlyList<AssignmentView> Assignments,
    IReadOnlyList<ConsentView> Consents,
    IReadOnlyList<ImportedRow> ImportedRows,
    IReadOnlyList<AuditView> Audit);

/// <summary>Everything that is held on a person, to be handed to them.</summary>
public sealed record PersonalDataAnswer(PersonalData PersonalData)
{
    public bool Success => true;
}

public static class GetPersonalData
{
    private const string IdentitiesSql = "SELECT kind, value FROM lead_identities WHERE agency_id = @agency AND lead_id = @id ORDER BY kind, value";

    /// <summary>
    /// Hands out everything held on a person. The lead, the addresses it is known by, the whole timeline, follow-ups, histories, what imported files said of them and the audit, as one file
    /// to give to the person who asks. That it was handed out is in the audit.
    /// </summary>
    public static async Task<Results<Ok<PersonalDataAnswer>, ProblemHttpResult>> Get(
        long id, Store store, Reading sql, Caller caller, HttpResponse response, CancellationToken cancel)
    {
        if (await LeadView.Load(sql, id, cancel) is not { } lead)
        {
            return Problems.Of(Refusal.NotFound("Lead", id));
        }

        await store.Write(caller.Actor, db => Note(id, db, cancel), cancel);
        var history = await GetLeadHistory.Of(id, sql, cancel);
        var identities = await sql.List(IdentitiesSql, row => new IdentityView(row.Enum<IdentityKind>(), row.Text()), cancel, ("id", id));
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"lead-{id}.json\"");
        return TypedResults.Ok(new PersonalDataAnswer(new(
            lead,
            identities,
            await ListInteractions.Page(id, int.MaxValue, 0, sql, cancel),
            await ListLeadFollowUps.Of(id, sql, cancel),
            history.StatusChanges,
            history.Assignments,
            await ListConsents.Of(id, sql, cancel),
            await ImportedRows.Of(id, caller.Agency, sql, cancel),
            await ListAudit.Of("lead", id, int.MaxValue, sql, cancel))));
    }

    private static async Task<Outcome<bool>> Note(long id, LintelDb db, CancellationToken cancel)
    {
        await db.Note(AuditAction.Exported, "lead", id, null, null, cancel);
        return true;
    }
}
