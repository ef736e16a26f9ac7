using Lintel.Conversations;
using Lintel.Data;
using Lintel.FollowUps;
using Lintel.Model;
using Lintel.Web;

namespace Lintel.Leads;

/// <summary>What was written down about a lead.</summary>
public sealed record Composed(long LeadId);

/// <summary>Enters what somebody wrote in a <see cref="Composer"/>: a note, a message, a call, a viewing or a follow-up.</summary>
public static class Compose
{
    /// <param name="kind">What the composer was open for.</param>
    public static async Task<Outcome<Composed>> Handle(long leadId, string kind, IFormCollection form, LintelDb db, CancellationToken cancel)
    {
        var refusal = kind == Composer.FollowUp
            ? (await MakeFollowUp.Handle(leadId, FormBody.Read<MakeFollowUpRequest>(form), db, cancel)).Refusal
            : (await LogInteraction.Handle(leadId, FormBody.Read<InteractionRequest>(form), db, cancel)).Refusal;
        return refusal is null ? new Composed(leadId) : refusal;
    }
}
