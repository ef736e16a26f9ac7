using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Leads;

/// <summary>The query of <c>GET /leads</c> as it is sent.</summary>
public sealed record LeadQuery
{
    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    [FromQuery(Name = "per_page")]
    public string? PerPage { get; init; }

    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "priority")]
    public string? Priority { get; init; }

    [FromQuery(Name = "agent_id")]
    public string? AgentId { get; init; }

    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "area")]
    public string? Area { get; init; }

    [FromQuery(Name = "property_type")]
    public string? PropertyType { get; init; }

    [FromQuery(Name = "min_score")]
    public string? MinScore { get; init; }

    [FromQuery(Name = "max_score")]
    public string? MaxScore { get; init; }

    [FromQuery(Name = "tag")]
    public string? Tag { get; init; }

    [FromQuery(Name = "unassigned")]
    public string? Unassigned { get; init; }

    [FromQuery(Name = "created_from")]
    public string? CreatedFrom { get; init; }

    [FromQuery(Name = "created_to")]
    public string? CreatedTo { get; init; }

    [FromQuery(Name = "sort")]
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

    /// <summary>Text to be found anywhere in name, contacts, message or notes.</summary>
    public string? Search { get; init; }

    /// <summary>Whether the counts kept by status, priority, agent and source are enough to know how many match.</summary>
    public bool IsCounted => MinScore is null && MaxScore is null && IsPlain;

    /// <summary>Whether the counts kept by status and score are.</summary>
    public bool IsCountedByScore => Priorities.Count == 0 && AgentId is null && Unassigned is null && Sources.Count == 0 && IsPlain;

    private bool IsPlain => PropertyType is null && Areas.Count == 0 && Tag is null && CreatedFrom is null && CreatedTo is null && Search is null;

    public static LeadFilter Read(LeadQuery query, Check check)
    {
        const int longestSearch = 200;
        var search = PlainText.Canonical(query.Q);
        if (search?.Length > longestSearch)
        {
            check.Error("q", $"must be at most {longestSearch} characters");
        }

        return new LeadFilter
        {
            Statuses = check.OneOf<LeadStatus>("status", query.Status),
            Priorities = check.OneOf<Priority>("priority", query.Priority),
            AgentId = check.Whole("agent_id", query.AgentId, 1, int.MaxValue),
            Unassigned = check.Truth("unassigned", query.Unassigned),
            Sources = Slugs("source", query.Source, check),
            PropertyType = Slugs("property_type", query.PropertyType, check) is [var type, ..] ? type : null,
            Areas = PlainText.Canonical(query.Area) is { } area ? Understanding.Areas.Meaning([area]) : [],
            Tag = PlainText.Canonical(query.Tag),
            MinScore = check.Whole("min_score", query.MinScore, 0, 100),
            MaxScore = check.Whole("max_score", query.MaxScore, 0, 100),
            CreatedFrom = check.Time("created_from", query.CreatedFrom),
            CreatedTo = check.Time("created_to", query.CreatedTo),
            Search = search,
        };
    }

    private static string[] Slugs(string field, string? text, Check check)
    {
        var slugs = (text ?? "").ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!slugs.All(Check.IsSlug))
        {
            check.Error(field, "must be 1 to 50 lower-case letters, digits, - or _");
        }

        return slugs;
    }
}
