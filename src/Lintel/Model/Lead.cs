namespace Lintel.Model;

/// <summary>A person who wants something from the agency, what they want, and how far it has come.</summary>
/// <remarks>Behaviour keeps three things true together: the status and its history, the assignment and its history, the contacts and their figures.</remarks>
public sealed class Lead : IAgencyOwned
{
    public const string UnknownSource = "unknown";

    // As much as a request may hold.
    private const int MostItems = 50;
    private const int MostNotes = 10_000;

    public static readonly IReadOnlyDictionary<string, UnderstoodWords> NothingUnderstood = new Dictionary<string, UnderstoodWords>();

    public long Id { get; init; }

    public long AgencyId { get; init; }

    public string? Name { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    /// <summary>Lower case.</summary>
    public string? Email { get; set; }

    /// <summary><c>@lowercase</c>.</summary>
    public string? InstagramHandle { get; set; }

    /// <summary>E.164.</summary>
    public string? WhatsappNumber { get; set; }

    public string Source { get; set; } = UnknownSource;

    public string? SourcePostId { get; set; }

    public string? SourcePropertyId { get; set; }

    public string? OriginalMessage { get; set; }

    public LeadStatus Status { get; private set; }

    public Priority Priority { get; set; } = Priority.Medium;

    /// <summary>0–100, as of the last change or rescoring; see <c>Scoring/LeadScore</c>.</summary>
    public int Score { get; private set; }

    /// <summary>When the score next falls by itself, because the last contact grows old; null when time changes nothing any more.</summary>
    public DateTime? ScoreFadesAt { get; private set; }

    /// <summary>A property's source id or its id in digits; one that no property has yet is kept.</summary>
    public List<string> InterestedProperties { get; set; } = [];

    /// <summary>Properties, in the same way, that the person was shown and does not want.</summary>
    public List<string> TurnedDownProperties { get; set; } = [];

    /// <summary>Whole units of the agency's currency.</summary>
    public long? BudgetMin { get; set; }

    /// <summary>Whole units of the agency's currency.</summary>
    public long? BudgetMax { get; set; }

    public List<string> PreferredAreas { get; set; } = [];

    public string? PropertyType { get; set; }

    /// <summary>0 is a studio.</summary>
    public int? Bedrooms { get; set; }

    public DateOnly? MoveInDate { get; set; }

    public List<string> Tags { get; set; } = [];

    public string? Notes { get; set; }

    /// <summary>The language the person writes, as the agents' languages name it (<c>en</c>, <c>zh</c>); null until known.</summary>
    public string? Language { get; set; }

    /// <summary>
    /// The fields, by their names on the wire, that messages of the person filled and nobody has confirmed or changed since, with the words.
    /// </summary>
    public IReadOnlyDictionary<string, UnderstoodWords> Understood { get; private set; } = NothingUnderstood;

    public long? AssignedAgentId { get; private set; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; private set; }

    public DateTime? LastContactAt { get; private set; }

    /// <summary>The earliest open follow-up.</summary>
    public DateTime? NextFollowUpAt { get; private set; }

    /// <summary>How many contacts have taken place, either direction.</summary>
    public int Contacts { get; private set; }

    public DateTime? FirstInboundAt { get; private set; }

    /// <summary>When the person last got in touch.</summary>
    public DateTime? LastInboundAt { get; private set; }

    /// <summary>Since when what the person said has waited for a human's answer; null while nothing does.</summary>
    public DateTime? UnansweredSince { get; private set; }

    /// <summary>Seconds from the first inbound contact (the creation if there was none) to the first human answer; null until answered.</summary>
    public int? ResponseSeconds { get; private set; }

    /// <summary>The furthest status short of lost that was ever reached: what the funnel counts.</summary>
    public LeadStatus FurthestStatus { get; private set; }

    public DateTime? ConvertedAt { get; private set; }

    /// <summary>Counts the changes to what a client can read here, for <c>If-Match</c>.</summary>
    public int Version { get; private set; }

    public List<Interaction> Interactions { get; } = [];

    public List<FollowUp> FollowUps { get; } = [];

    public List<Consent> Consents { get; } = [];

    public List<LeadAssignment> Assignments { get; } = [];

    public List<StatusChange> StatusChanges { get; } = [];

    public List<Identity> Identities { get; } = [];

    public List<Mention> Mentions { get; } = [];

    /// <summary>Enters a status for the first time, at creation.</summary>
    public void Open(LeadStatus status, string by, string reason, DateTime now) => Enter(null, status, by, reason, now);

    /// <summary>Moves to another status and remembers it; staying where it is changes nothing.</summary>
    public void ChangeStatus(LeadStatus status, string by, string reason, DateTime now)
    {
        if (status != Status)
        {
            Enter(Status, status, by, reason, now);
        }
    }

    private void Enter(LeadStatus? from, LeadStatus to, string by, string reason, DateTime now)
    {
        Status = to;
        ConvertedAt = to == LeadStatus.Converted ? now : null;
        if (to != LeadStatus.Lost && to > FurthestStatus)
        {
            FurthestStatus = to;
        }

        StatusChanges.Add(new StatusChange { From = from, To = to, At = now, By = by, Reason = reason });
        Touch(now);
    }

    /// <summary>Gives the lead to an agent. That the agent has room is the caller's to claim first (<c>Assignment/AgentRoom</c>).</summary>
    public void Assign(long agentId, string by, string reason, DateTime now)
    {
        AssignedAgentId = agentId;
        Assignments.Add(new LeadAssignment { AgentId = agentId, At = now, By = by, Reason = reason });
        Touch(now);
    }

    /// <summary>Takes the lead from its agent, leaving it to nobody.</summary>
    public void Unassign(string by, string reason, DateTime now)
    {
        AssignedAgentId = null;
        Assignments.Add(new LeadAssignment { AgentId = null, At = now, By = by, Reason = reason });
        Touch(now);
    }

    /// <summary>Keeps what the person said to one purpose by one channel; what they said before stays.</summary>
    public Consent Say(ConsentPurpose purpose, Channel channel, bool isGiven, string? evidence, string by, DateTime at)
    {
        var consent = new Consent { Purpose = purpose, Channel = channel, IsGiven = isGiven, Evidence = evidence, By = by, At = at };
        Consents.Add(consent);
        return consent;
    }

    /// <summary>Adds an entry to the timeline, and when it is a contact that has taken place, what follows from it.</summary>
    public void Record(Interaction interaction, string by)
    {
        Interactions.Add(interaction);
        var now = interaction.CreatedAt;
        Touch(now);
        if (!interaction.IsContact)
        {
            return;
        }

        Count(interaction, interaction.OccurredAt);
        if (interaction.Direction == Direction.Inbound && StopWords.Says(interaction.Message))
        {
            Say(ConsentPurpose.Marketing, interaction.Channel, false, interaction.Message, by, interaction.OccurredAt);
        }

        if (interaction is { Direction: Direction.Outbound, IsAutomated: false } && Status == LeadStatus.New)
        {
            ChangeStatus(LeadStatus.Contacted, by, $"{interaction.Type} by the agency", now);
        }

        if (interaction.Outcome == Interaction.ViewingScheduledOutcome && Status < LeadStatus.ViewingScheduled)
        {
            ChangeStatus(LeadStatus.ViewingScheduled, by, "a viewing was agreed", now);
        }
    }

    /// <summary>
    /// Takes in what is known of the same person under another lead: what is empty here is filled, lists are joined, the status is the further of
    /// the two, and the agent stays unless nobody has it. What happened to the other is in the histories, which are moved, not told again.
    /// </summary>
    public void Join(Lead other, DateTime now)
    {
        Name ??= other.Name;
        Phone ??= other.Phone;
        Email ??= other.Email;
        InstagramHandle ??= other.InstagramHandle;
        WhatsappNumber ??= other.WhatsappNumber;
        Source = Source == UnknownSource ? other.Source : Source;
        SourcePostId ??= other.SourcePostId;
        SourcePropertyId ??= other.SourcePropertyId;
        OriginalMessage ??= other.OriginalMessage;
        Language ??= other.Language;
        JoinWishes(other);
        InterestedProperties = Union(InterestedProperties, other.InterestedProperties);
        TurnedDownProperties = Union(TurnedDownProperties, other.TurnedDownProperties);
        Tags = Union(Tags, other.Tags);
        Notes = Notes is null || other.Notes is null || Notes.Length + other.Notes.Length >= MostNotes ? Notes ?? other.Notes : $"{Notes}\n{other.Notes}";
        Priority = other.Priority > Priority ? other.Priority : Priority;
        if (Status == LeadStatus.Lost || (other.Status != LeadStatus.Lost && other.Status > Status))
        {
            (Status, ConvertedAt) = (other.Status, other.ConvertedAt);
        }

        FurthestStatus = other.FurthestStatus > FurthestStatus ? other.FurthestStatus : FurthestStatus;
        AssignedAgentId ??= other.AssignedAgentId;
        Touch(now);
    }

    private void JoinWishes(Lead other)
    {
        void Fill(bool isEmpty, Action fill, params ReadOnlySpan<string> fields)
        {
            if (isEmpty)
            {
                fill();
                foreach (var field in fields)
                {
                    if (other.Understood.TryGetValue(field, out var words))
                    {
                        Understand(field, words);
                    }
                }
            }
        }

        Fill(PropertyType is null, () => PropertyType = other.PropertyType, "property_type");
        Fill(Bedrooms is null, () => Bedrooms = other.Bedrooms, "bedrooms");
        Fill(MoveInDate is null, () => MoveInDate = other.MoveInDate, "move_in_date");
        Fill(PreferredAreas.Count == 0, () => PreferredAreas = [.. other.PreferredAreas], "preferred_areas");
        Fill(
            BudgetMin is null && BudgetMax is null, () => (BudgetMin, BudgetMax) = (other.BudgetMin, other.BudgetMax), "budget_min", "budget_max");
    }

    private static List<string> Union(List<string> one, List<string> other) =>
        other.Count == 0 ? one : [.. one.Union(other, StringComparer.OrdinalIgnoreCase).Take(MostItems)];

    /// <summary>
    /// Works out again what follows from the contacts, after one of them took place that was planned, or turned out not to have. The status stays.
    /// </summary>
    /// <param name="entries">The whole timeline.</param>
    public void Recount(IEnumerable<Interaction> entries, DateTime now)
    {
        (Contacts, LastContactAt, FirstInboundAt, LastInboundAt, UnansweredSince, ResponseSeconds) = (0, null, null, null, null, null);
        var contacts = entries.Where(entry => entry.HasTakenPlace(now)).Select(entry => (Entry: entry, At: entry.IsContact ? entry.OccurredAt : entry.CompletedAt!.Value));
        foreach (var (contact, at) in contacts.OrderBy(contact => contact.At).ThenBy(contact => contact.Entry.Id))
        {
            Count(contact, at);
        }

        Touch(now);
    }

    private void Count(Interaction contact, DateTime at)
    {
        Contacts++;
        if (contact.Direction == Direction.Inbound)
        {
            Heard(at);
        }
        else if (!contact.IsAutomated)
        {
            Answered(at);
            UnansweredSince = at >= LastInboundAt ? null : UnansweredSince;
        }

        LastContactAt = LastContactAt > at ? LastContactAt : at;
    }

    private void Heard(DateTime at)
    {
        if (FirstInboundAt is null || at < FirstInboundAt)
        {
            // From now on the clock runs from what the person asked; an answer that was recorded before is told again by Answered.
            FirstInboundAt = at;
            ResponseSeconds = null;
        }

        // What is entered late was answered by what came after it, unless that waits itself.
        if (UnansweredSince is null ? !(LastContactAt > at) : at < UnansweredSince)
        {
            UnansweredSince = at;
        }

        LastInboundAt = LastInboundAt > at ? LastInboundAt : at;
    }

    /// <summary>Takes note of a human outbound contact: of those since the first inbound contact (the creation if there was none) the first is the answer.</summary>
    public void Answered(DateTime at)
    {
        var asked = FirstInboundAt ?? CreatedAt;
        if (at >= asked)
        {
            var seconds = (int)Math.Min((at - asked).TotalSeconds, int.MaxValue);
            ResponseSeconds = ResponseSeconds < seconds ? ResponseSeconds : seconds;
        }
    }

    /// <summary>Whether a message may say what a field holds: it is empty, or another message said so. What a human says stays.</summary>
    public bool MayUnderstand(string field, bool isEmpty) => isEmpty || Understood.ContainsKey(field);

    /// <summary>Notes that a message said what a field holds; a later one may say otherwise.</summary>
    public void Understand(string field, UnderstoodWords words)
    {
        var all = Copy();
        all[field] = words;
        Understood = all;
    }

    /// <summary>Takes what fields hold as a human's word: confirmed, or changed.</summary>
    /// <returns>Whether a message had said one of them.</returns>
    public bool Confirm(IEnumerable<string> fields)
    {
        var left = Copy();
        var confirmed = fields.Count(left.Remove);
        Understood = confirmed == 0 ? Understood : left.Count == 0 ? NothingUnderstood : left;
        return confirmed > 0;
    }

    private SortedDictionary<string, UnderstoodWords> Copy() => new(Understood.ToDictionary(), StringComparer.Ordinal);

    /// <summary>Sets when the earliest open follow-up is due.</summary>
    public void FollowUpNext(DateTime? dueAt, DateTime now)
    {
        if (dueAt != NextFollowUpAt)
        {
            NextFollowUpAt = dueAt;
            Touch(now);
        }
    }

    /// <summary>Keeps a score and the moment it goes stale. Fading is no change by anyone: it moves neither the version nor <see cref="UpdatedAt"/>.</summary>
    public void Rate(int score, DateTime? fadesAt)
    {
        Score = score;
        ScoreFadesAt = fadesAt;
    }

    public void Touch(DateTime now)
    {
        UpdatedAt = now;
        Version++;
    }
}
