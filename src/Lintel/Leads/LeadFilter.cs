using System.Globalization;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Leads;

/// <summary>The query of <c>GET /leads</c> as it is sent.</summary>
public sealed record LeadQuery
{
    public const int LongestName = Check.LongestItem;
    public const int LongestSearch = 200;

    /// <summary>Room for as many ids as a page of the list has.</summary>
    public const int LongestIds = 2_000;

    /// <summary>In minutes; many years.</summary>
    public const int LongestResponse = 10_000_000;

    [FromQuery(Name = "page"), Whole(1, Default = 1)]
    public string? Page { get; init; }

    [FromQuery(Name = "per_page"), Whole(1, Paging.MostPerPage, Default = Paging.DefaultPerPage)]
    public string? PerPage { get; init; }

    /// <summary>Leads with one of these statuses.</summary>
    [FromQuery(Name = "status"), OneOf<LeadStatus>]
    public string? Status { get; init; }

    /// <summary>Leads with one of these priorities.</summary>
    [FromQuery(Name = "priority"), OneOf<Priority>]
    public string? Priority { get; init; }

    /// <summary>Leads that this agent takes care of.</summary>
    [FromQuery(Name = "agent_id"), Whole(1, int.MaxValue)]
    public string? AgentId { get; init; }

    /// <summary>Leads from one of these sources.</summary>
    [FromQuery(Name = "source"), Slugs]
    public string? Source { get; init; }

    /// <summary>Text to be found anywhere in name, contacts, original message or notes, in any script.</summary>
    [FromQuery(Name = "q"), Text(LongestSearch)]
    public string? Q { get; init; }

    /// <summary>Leads that want to live in this area, in any of its names, or in a part of it.</summary>
    [FromQuery(Name = "area"), Text(LongestName)]
    public string? Area { get; init; }

    /// <summary>Leads that want this kind of property.</summary>
    [FromQuery(Name = "property_type"), Slug]
    public string? PropertyType { get; init; }

    /// <summary>Leads with at least this score.</summary>
    [FromQuery(Name = "min_score"), Whole(0, 100)]
    public string? MinScore { get; init; }

    /// <summary>Leads with at most this score.</summary>
    [FromQuery(Name = "max_score"), Whole(0, 100)]
    public string? MaxScore { get; init; }

    /// <summary>Leads with this label, compared without case.</summary>
    [FromQuery(Name = "tag"), Text(LongestName)]
    public string? Tag { get; init; }

    /// <summary>Leads of nobody (true), or of somebody (false).</summary>
    [FromQuery(Name = "unassigned"), Truth]
    public string? Unassigned { get; init; }

    /// <summary>Leads made at this moment or later.</summary>
    [FromQuery(Name = "created_from"), Time]
    public string? CreatedFrom { get; init; }

    /// <summary>Leads made at this moment or earlier.</summary>
    [FromQuery(Name = "created_to"), Time]
    public string? CreatedTo { get; init; }

    /// <summary>These leads: at most 100 ids.</summary>
    [FromQuery(Name = "ids"), Text(LongestIds)]
    public string? Ids { get; init; }

    /// <summary>Leads that ever came as far as this status or further, whatever became of them.</summary>
    [FromQuery(Name = "reached"), Choice("new", "contacted", "qualified", "viewing_scheduled", "applied", "converted")]
    public string? Reached { get; init; }

    /// <summary>Leads that became converted at this moment or later, and still are.</summary>
    [FromQuery(Name = "converted_from"), Time]
    public string? ConvertedFrom { get; init; }

    /// <summary>Leads that became converted at this moment or earlier, and still are.</summary>
    [FromQuery(Name = "converted_to"), Time]
    public string? ConvertedTo { get; init; }

    /// <summary>Leads that ask about this property, by its source id or its id.</summary>
    [FromQuery(Name = "property_id"), Whole(1, int.MaxValue)]
    public string? PropertyId { get; init; }

    /// <summary>Leads that a person has answered (true), or nobody yet (false).</summary>
    [FromQuery(Name = "answered"), Truth]
    public string? Answered { get; init; }

    /// <summary>Leads that were first answered after so many minutes or more.</summary>
    [FromQuery(Name = "min_response"), Whole(0, LongestResponse, Example = 15)]
    public string? MinResponse { get; init; }

    /// <summary>Leads that were first answered in fewer minutes.</summary>
    [FromQuery(Name = "max_response"), Whole(0, LongestResponse, Example = 60)]
    public string? MaxResponse { get; init; }

    [FromQuery(Name = "sort"), Sort<LeadOrder>]
    public string? Sort { get; init; }
}

/// <summary>Which leads a list shows; every part that is there must hold.</summary>
public sealed record LeadFilter
{
    public IReadOnlyList<LeadStatus> Statuses { get; init; } = [];

    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    public long? AgentId { get; init; }

    public bool? Unassigned { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    public string? PropertyType { get; init; }

    /// <summary>Every name of the area asked for, its parents and its children.</summary>
    public IReadOnlyCollection<string> Areas { get; init; } = [];

    public string? Tag { get; init; }

    public int? MinScore { get; init; }

    public int? MaxScore { get; init; }

    public DateTime? CreatedFrom { get; init; }

    public DateTime? CreatedTo { get; init; }

    /// <summary>Which leads; all where there are none.</summary>
    public IReadOnlyList<long> Ids { get; init; } = [];

    /// <summary>The status that they ever reached, or came further than.</summary>
    public LeadStatus? Reached { get; init; }

    public DateTime? ConvertedFrom { get; init; }

    public DateTime? ConvertedTo { get; init; }

    /// <summary>The property that they ask about.</summary>
    public long? PropertyId { get; init; }

    public bool? Answered { get; init; }

    /// <summary>In seconds from the first contact to the first answer by a person.</summary>
    public long? MinResponse { get; init; }

    /// <summary>In seconds; fewer than these.</summary>
    public long? MaxResponse { get; init; }

    /// <summary>Text to be found anywhere in name, contacts, message or notes.</summary>
    public string? Search { get; init; }

    /// <summary>Whether the counts kept by status, priority, agent and source are enough to know how many match.</summary>
    public bool IsCounted => MinScore is null && MaxScore is null && IsPlain;

    /// <summary>Whether the counts kept by status and score are.</summary>
    public bool IsCountedByScore => IsOfAnyone && IsPlain;

    /// <summary>Whether the counts kept by property type and score are.</summary>
    public bool IsCountedByType => PropertyType is not null && IsPlainButForType && IsOfAnyone && Statuses.Count == 0;

    /// <summary>Whether leads are wanted by when they were made and how far they came, or how soon they were answered, and by nothing else.</summary>
    public bool IsCountedByDay => Search is null && IsAnywhere && IsOfAnyone && Statuses.Count == 0 && MinScore is null && MaxScore is null
        && Ids.Count == 0 && ConvertedFrom is null && ConvertedTo is null && PropertyId is null && (Reached is null || !IsAboutAnswers) && AreAnswersInRanges;

    /// <summary>Whether leads are wanted that have an area or a tag, and nothing else is said of them.</summary>
    public bool IsListed => (Areas.Count > 0) != (Tag is not null) && Search is null && PropertyType is null && IsOfAnyone && IsInAnyState;

    /// <summary>Whether leads are looked for by a text, and by nothing else.</summary>
    public bool IsSearchAlone => Search is not null && IsAnywhere && IsOfAnyone && IsInAnyState;

    private bool IsPlain => IsPlainButForType && PropertyType is null;

    private bool IsPlainButForType => Search is null && Areas.Count == 0 && Tag is null && CreatedFrom is null && CreatedTo is null && !IsAboutHistory;

    private bool IsAnywhere => PropertyType is null && Areas.Count == 0 && Tag is null;

    private bool IsOfAnyone => Priorities.Count == 0 && AgentId is null && Unassigned is null && Sources.Count == 0;

    private bool IsInAnyState => Statuses.Count == 0 && MinScore is null && MaxScore is null && CreatedFrom is null && CreatedTo is null && !IsAboutHistory;

    private bool IsAboutHistory => Ids.Count > 0 || Reached is not null || ConvertedFrom is not null || ConvertedTo is not null || PropertyId is not null
        || IsAboutAnswers;

    private bool IsAboutAnswers => Answered is not null || MinResponse is not null || MaxResponse is not null;

    /// <summary>Whether the times to the first answer begin and end where ranges do that are counted.</summary>
    private bool AreAnswersInRanges =>
        (MinResponse is not { } min || ResponseRanges.From(min) > 0) && (MaxResponse is not { } max || ResponseRanges.From(max) > 0);

    public static LeadFilter Read(LeadQuery query, Check check) => new()
    {
        Statuses = check.OneOf<LeadStatus>("status", query.Status),
        Priorities = check.OneOf<Priority>("priority", query.Priority),
        AgentId = check.Whole("agent_id", query.AgentId, 1, int.MaxValue),
        Unassigned = check.Truth("unassigned", query.Unassigned),
        Sources = check.Slugs("source", query.Source),
        PropertyType = check.Slugs("property_type", query.PropertyType) is [var type, ..] ? type : null,
        Areas = check.Text("area", query.Area, LeadQuery.LongestName) is { } area ? Understanding.Areas.Meaning([area]) : [],
        Tag = check.Text("tag", query.Tag, LeadQuery.LongestName),
        MinScore = check.Whole("min_score", query.MinScore, 0, 100),
        MaxScore = check.Whole("max_score", query.MaxScore, 0, 100),
        CreatedFrom = check.Time("created_from", query.CreatedFrom),
        CreatedTo = check.Time("created_to", query.CreatedTo),
        Ids = ReadIds(query, check),
        Reached = ReadReached(query, check),
        ConvertedFrom = check.Time("converted_from", query.ConvertedFrom),
        ConvertedTo = check.Time("converted_to", query.ConvertedTo),
        PropertyId = check.Whole("property_id", query.PropertyId, 1, int.MaxValue),
        Answered = check.Truth("answered", query.Answered),
        MinResponse = 60L * check.Whole("min_response", query.MinResponse, 0, LeadQuery.LongestResponse),
        MaxResponse = 60L * check.Whole("max_response", query.MaxResponse, 0, LeadQuery.LongestResponse),
        Search = check.Text("q", query.Q, LeadQuery.LongestSearch),
    };

    private static List<long> ReadIds(LeadQuery query, Check check)
    {
        var parts = (check.Text("ids", query.Ids, LeadQuery.LongestIds) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ids = parts.Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        if (ids.Count > Paging.MostPerPage || ids.Contains(0))
        {
            check.Error("ids", $"must be at most {Paging.MostPerPage} ids");
        }

        return ids;
    }

    private static LeadStatus? ReadReached(LeadQuery query, Check check)
    {
        // Lost is where a lead ends, not how far it came.
        var reached = check.OneOf<LeadStatus>("reached", query.Reached);
        if (reached.Count > 1 || reached.Contains(LeadStatus.Lost))
        {
            check.Error("reached", "must be one status short of lost");
        }

        return reached is [var status] ? status : null;
    }
}
