using Lintel.Http;
using Lintel.Model;

namespace Lintel.Leads;

/// <summary>The keys of a lead that a client may send. On update, a key left out stays as it is and null clears.</summary>
public sealed record LeadRequest
{
    public Field<string> Name { get; init; }

    public Field<string> Phone { get; init; }

    public Field<string> Email { get; init; }

    public Field<string> InstagramHandle { get; init; }

    public Field<string> WhatsappNumber { get; init; }

    public Field<string> Source { get; init; }

    public Field<string> SourcePostId { get; init; }

    public Field<string> SourcePropertyId { get; init; }

    public Field<string> OriginalMessage { get; init; }

    public Field<LeadStatus?> Status { get; init; }

    public Field<Priority?> Priority { get; init; }

    public Field<string[]> InterestedProperties { get; init; }

    public Field<long?> BudgetMin { get; init; }

    public Field<long?> BudgetMax { get; init; }

    public Field<string[]> PreferredAreas { get; init; }

    public Field<string> PropertyType { get; init; }

    public Field<long?> Bedrooms { get; init; }

    public Field<DateOnly?> MoveInDate { get; init; }

    public Field<long?> AssignedAgentId { get; init; }

    public Field<string> NextFollowUpAt { get; init; }

    public Field<string[]> Tags { get; init; }

    public Field<string> Notes { get; init; }
}
