using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Leads;

/// <summary>What to do with each of several leads; what is null stays as it is.</summary>
/// <param name="AgentId">Zero takes them back from whoever has them.</param>
/// <param name="Tag">Is added to those that do not have it.</param>
public sealed record LeadsChange(IReadOnlyList<long> Ids, LeadStatus? Status = null, long? AgentId = null, string? Tag = null);

/// <summary>How a lead was before such a change, as far as the change went.</summary>
public sealed record LeadBefore(long Id, LeadStatus? Status = null, long? AgentId = null, IReadOnlyList<string>? Tags = null);

/// <summary>Changes several leads at once: all of them, or, when one cannot be, none.</summary>
public static class ChangeLeads
{
    /// <summary>As many as a page of the list can show.</summary>
    public const int Most = Paging.MostPerPage;

    /// <returns>How they were, for <see cref="Restore"/>.</returns>
    public static async Task<Outcome<List<LeadBefore>>> Handle(LeadsChange change, LintelDb db, CancellationToken cancel)
    {
        if (change.Ids.Count is 0 or > Most)
        {
            return Refusal.Invalid("id", $"must have 1 to {Most} items");
        }

        var before = new List<LeadBefore>();
        foreach (var id in change.Ids.Distinct().Order())
        {
            if (await db.Leads.AsNoTracking().FirstOrDefaultAsync(lead => lead.Id == id, cancel) is not { } lead)
            {
                return Refusal.NotFound("Lead", id);
            }

            var outcome = await UpdateLead.Handle(id, Request(change, lead), IfMatch.Any, db, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return refusal;
            }

            before.Add(new(
                id,
                change.Status is null ? null : lead.Status,
                change.AgentId is null ? null : lead.AssignedAgentId ?? 0,
                change.Tag is null ? null : lead.Tags));
        }

        return before;
    }

    /// <summary>Takes such a change back.</summary>
    public static async Task<Outcome<List<LeadBefore>>> Restore(List<LeadBefore> before, LintelDb db, CancellationToken cancel)
    {
        foreach (var lead in before.Take(Most))
        {
            var request = new LeadRequest
            {
                Status = lead.Status is { } status ? Field<LeadStatus?>.Sent(status) : default,
                AssignedAgentId = lead.AgentId is { } agent ? Field<long?>.Sent(agent == 0 ? null : agent) : default,
                Tags = lead.Tags is { } tags ? Field<string[]>.Sent([.. tags]) : default,
            };
            var outcome = await UpdateLead.Handle(lead.Id, request, IfMatch.Any, db, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return before;
    }

    private static LeadRequest Request(LeadsChange change, Lead lead) => new()
    {
        Status = change.Status is { } status ? Field<LeadStatus?>.Sent(status) : default,
        AssignedAgentId = change.AgentId is { } agent ? Field<long?>.Sent(agent == 0 ? null : agent) : default,
        Tags = change.Tag is { } tag ? Field<string[]>.Sent([.. lead.Tags, tag]) : default,
    };
}
