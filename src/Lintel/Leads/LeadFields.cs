using Lintel.Http;
using Lintel.Model;

namespace Lintel.Leads;

/// <summary>The fields of a lead in canonical form, each with whether it was sent: what is left of a <see cref="LeadRequest"/> that is in order.</summary>
public sealed record LeadFields
{
    public const int LongestName = 100;
    public const int LongestMessage = 10_000;
    public const int LongestReference = 100;
    public const int MostBedrooms = 50;

    /// <summary>Far above any price, and a number that JSON readers keep whole.</summary>
    public const long MostMoney = 1_000_000_000_000_000;

    private static readonly string[] Contacts = ["name", "phone", "email", "instagram_handle", "whatsapp_number"];

    public Field<string> Name { get; private init; }

    public Field<string> Phone { get; private init; }

    public Field<string> Email { get; private init; }

    public Field<string> InstagramHandle { get; private init; }

    public Field<string> WhatsappNumber { get; private init; }

    public Field<string> Source { get; private init; }

    public Field<string> SourcePostId { get; private init; }

    public Field<string> SourcePropertyId { get; private init; }

    public Field<string> OriginalMessage { get; private init; }

    public Field<LeadStatus?> Status { get; private init; }

    public Field<Priority?> Priority { get; private init; }

    public Field<List<string>> InterestedProperties { get; private init; }

    public Field<List<string>> TurnedDownProperties { get; private init; }

    public Field<long?> BudgetMin { get; private init; }

    public Field<long?> BudgetMax { get; private init; }

    public Field<List<string>> PreferredAreas { get; private init; }

    public Field<string> PropertyType { get; private init; }

    public Field<long?> Bedrooms { get; private init; }

    public Field<DateOnly?> MoveInDate { get; private init; }

    public Field<long?> AssignedAgentId { get; private init; }

    public Field<DateTime?> NextFollowUpAt { get; private init; }

    public Field<List<string>> Tags { get; private init; }

    public Field<string> Notes { get; private init; }

    /// <summary>Reads a request; what is wrong with it is left in <paramref name="check"/>.</summary>
    public static LeadFields Read(LeadRequest request, Check check)
    {
        check.NotNull("status", request.Status);
        return new LeadFields
        {
            Name = check.Text("name", request.Name, LongestName),
            Phone = check.Phone("phone", request.Phone),
            Email = check.Email("email", request.Email),
            InstagramHandle = check.Handle("instagram_handle", request.InstagramHandle),
            WhatsappNumber = check.Phone("whatsapp_number", request.WhatsappNumber),
            Source = check.Slug("source", request.Source),
            SourcePostId = check.Text("source_post_id", request.SourcePostId, LongestReference),
            SourcePropertyId = check.Text("source_property_id", request.SourcePropertyId, LongestReference),
            OriginalMessage = check.Text("original_message", request.OriginalMessage, LongestMessage),
            Status = check.Plain("status", request.Status),
            Priority = check.Plain("priority", request.Priority),
            InterestedProperties = check.Texts("interested_properties", request.InterestedProperties, LongestReference),
            TurnedDownProperties = check.Texts("turned_down_properties", request.TurnedDownProperties, LongestReference),
            BudgetMin = check.Whole("budget_min", request.BudgetMin, 0, MostMoney),
            BudgetMax = check.Whole("budget_max", request.BudgetMax, 0, MostMoney),
            PreferredAreas = check.Texts("preferred_areas", request.PreferredAreas),
            PropertyType = check.Slug("property_type", request.PropertyType),
            Bedrooms = check.Whole("bedrooms", request.Bedrooms, 0, MostBedrooms),
            MoveInDate = check.Plain("move_in_date", request.MoveInDate),
            AssignedAgentId = check.Plain("assigned_agent_id", request.AssignedAgentId),
            NextFollowUpAt = check.Time("next_follow_up_at", request.NextFollowUpAt),
            Tags = check.Texts("tags", request.Tags),
            Notes = check.Text("notes", request.Notes, LongestMessage),
        };
    }

    /// <summary>Puts what was sent on the lead, but for what has rules of its own: status, agent and follow-up.</summary>
    public void ApplyTo(Lead lead)
    {
        Name.IfSent(value => lead.Name = value);
        Phone.IfSent(value => lead.Phone = value);
        Email.IfSent(value => lead.Email = value);
        InstagramHandle.IfSent(value => lead.InstagramHandle = value);
        WhatsappNumber.IfSent(value => lead.WhatsappNumber = value);
        Source.IfSent(value => lead.Source = value ?? Lead.UnknownSource);
        SourcePostId.IfSent(value => lead.SourcePostId = value);
        SourcePropertyId.IfSent(value => lead.SourcePropertyId = value);
        OriginalMessage.IfSent(value => lead.OriginalMessage = value);
        Priority.IfSent(value => lead.Priority = value ?? Model.Priority.Medium);
        InterestedProperties.IfSent(value => lead.InterestedProperties = value ?? []);
        TurnedDownProperties.IfSent(value => lead.TurnedDownProperties = value ?? []);
        BudgetMin.IfSent(value => lead.BudgetMin = value);
        BudgetMax.IfSent(value => lead.BudgetMax = value);
        PreferredAreas.IfSent(value => lead.PreferredAreas = value ?? []);
        PropertyType.IfSent(value => lead.PropertyType = value);
        Bedrooms.IfSent(value => lead.Bedrooms = (int?)value);
        MoveInDate.IfSent(value => lead.MoveInDate = value);
        Tags.IfSent(value => lead.Tags = value ?? []);
        Notes.IfSent(value => lead.Notes = value);
        lead.Confirm(Sent().Where(field => field.IsSent).Select(field => field.Name));
    }

    /// <summary>The fields that a message may fill, with whether they were sent.</summary>
    private IEnumerable<(string Name, bool IsSent)> Sent() =>
    [
        ("phone", Phone.IsSent),
        ("email", Email.IsSent),
        ("priority", Priority.IsSent),
        ("interested_properties", InterestedProperties.IsSent),
        ("budget_min", BudgetMin.IsSent),
        ("budget_max", BudgetMax.IsSent),
        ("preferred_areas", PreferredAreas.IsSent),
        ("property_type", PropertyType.IsSent),
        ("bedrooms", Bedrooms.IsSent),
        ("move_in_date", MoveInDate.IsSent),
    ];

    /// <summary>What the lead as a whole must be, once the fields are on it.</summary>
    public void CheckWhole(Lead lead, Check check)
    {
        if (lead is { Name: null, Phone: null, Email: null, InstagramHandle: null, WhatsappNumber: null } && !check.Names(Contacts))
        {
            check.Error("name", "or one of phone, email, instagram_handle and whatsapp_number is required");
        }

        if (lead.BudgetMin > lead.BudgetMax)
        {
            check.Error(BudgetMin.IsSent ? "budget_min" : "budget_max", BudgetMin.IsSent ? "must not be above budget_max" : "must not be below budget_min");
        }
    }
}
