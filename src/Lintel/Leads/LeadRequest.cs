using Lintel.Http;
using Lintel.Model;

namespace Lintel.Leads;

/// <summary>The keys of a lead that a client may send. On update, a key left out stays as it is and null clears.</summary>
public sealed record LeadRequest
{
    [Text(LeadFields.LongestName)]
    public Field<string> Name { get; init; }

    [Phone]
    public Field<string> Phone { get; init; }

    [Email]
    public Field<string> Email { get; init; }

    [Handle]
    public Field<string> InstagramHandle { get; init; }

    [Phone]
    public Field<string> WhatsappNumber { get; init; }

    [Slug(Default = Lead.UnknownSource)]
    public Field<string> Source { get; init; }

    [Text(LeadFields.LongestReference)]
    public Field<string> SourcePostId { get; init; }

    [Text(LeadFields.LongestReference)]
    public Field<string> SourcePropertyId { get; init; }

    [Text(LeadFields.LongestMessage)]
    public Field<string> OriginalMessage { get; init; }

    [Value(Default = "new", NotNull = true)]
    public Field<LeadStatus?> Status { get; init; }

    [Value(Default = "medium")]
    public Field<Priority?> Priority { get; init; }

    [Texts(LeadFields.LongestReference)]
    public Field<string[]> InterestedProperties { get; init; }

    [Texts(LeadFields.LongestReference)]
    public Field<string[]> TurnedDownProperties { get; init; }

    [Whole(0, LeadFields.MostMoney)]
    public Field<long?> BudgetMin { get; init; }

    [Whole(0, LeadFields.MostMoney)]
    public Field<long?> BudgetMax { get; init; }

    [Texts]
    public Field<string[]> PreferredAreas { get; init; }

    [Slug]
    public Field<string> PropertyType { get; init; }

    [Whole(0, LeadFields.MostBedrooms)]
    public Field<long?> Bedrooms { get; init; }

    public Field<DateOnly?> MoveInDate { get; init; }

    /// <summary>The agent who is to take care of it. Without one on create, the best available is chosen; on update null takes it back.</summary>
    [Whole(1)]
    public Field<long?> AssignedAgentId { get; init; }

    /// <summary>When to follow up next: makes a follow-up, or moves the earliest open one; null does away with all of them.</summary>
    [Time]
    public Field<string> NextFollowUpAt { get; init; }

    [Texts]
    public Field<string[]> Tags { get; init; }

    [Text(LeadFields.LongestMessage)]
    public Field<string> Notes { get; init; }
}
