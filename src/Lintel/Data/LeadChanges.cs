using Lintel.Model;

namespace Lintel.Data;

/// <summary>What a unit of work is about to change of leads, for the audit. What only follows from it (scores, figures, versions) is left out.</summary>
internal static class LeadChanges
{
    public const string Entity = "lead";

    private static readonly (string Property, string Name)[] Kept =
    [
        .. new[]
        {
            nameof(Lead.Name), nameof(Lead.Phone), nameof(Lead.Email), nameof(Lead.InstagramHandle), nameof(Lead.WhatsappNumber), nameof(Lead.Source),
            nameof(Lead.SourcePostId), nameof(Lead.SourcePropertyId), nameof(Lead.OriginalMessage), nameof(Lead.Status), nameof(Lead.Priority),
            nameof(Lead.InterestedProperties), nameof(Lead.BudgetMin), nameof(Lead.BudgetMax), nameof(Lead.PreferredAreas), nameof(Lead.PropertyType),
            nameof(Lead.Bedrooms), nameof(Lead.MoveInDate), nameof(Lead.Tags), nameof(Lead.Notes), nameof(Lead.Language), nameof(Lead.AssignedAgentId),
            nameof(Lead.NextFollowUpAt),
        }.Select(property => (property, AuditTrail.Json.PropertyNamingPolicy!.ConvertName(property))),
    ];

    /// <summary>A new lead's values are the lead itself; they are not kept twice.</summary>
    public static List<LeadChange> Of(LintelDb db)
    {
        var changes = new List<LeadChange>();
        foreach (var entry in db.ChangeTracker.Entries<Lead>())
        {
            if (entry.State == Microsoft.EntityFrameworkCore.EntityState.Added)
            {
                changes.Add(new(entry.Entity, AuditAction.Created, null, null));
                continue;
            }

            var (before, after) = (new Dictionary<string, object?>(), new Dictionary<string, object?>());
            foreach (var (property, name) in Kept)
            {
                if (entry.Property(property) is { IsModified: true } value)
                {
                    (before[name], after[name]) = (value.OriginalValue, value.CurrentValue);
                }
            }

            if (after.Count > 0)
            {
                var isGiven = entry.Property(lead => lead.AssignedAgentId).IsModified;
                changes.Add(new(entry.Entity, isGiven ? AuditAction.Assigned : AuditAction.Changed, before, after));
            }
        }

        return changes;
    }
}

/// <summary>What is to be noted of a lead, once it is written and has its id.</summary>
internal sealed record LeadChange(Lead Lead, string Action, object? Before, object? After);
