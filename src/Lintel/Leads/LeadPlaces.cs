using System.Globalization;
using Lintel.Data;
using Lintel.Model;
using Lintel.Web;
using Lintel.Web.Components;

namespace Lintel.Leads;

/// <summary>What the pages about leads share: their addresses, and what can be chosen on them.</summary>
public static class LeadPlaces
{
    public const string List = "/app/leads";
    public const string Board = "/app/leads/board";

    /// <summary>Where the dialog that erases a person is sent.</summary>
    public const string Erase = "/app/leads/erase";

    /// <summary>The keys of the address that narrow a list; they are the API's.</summary>
    public static readonly string[] Filters =
    [
        "q", "status", "priority", "agent_id", "source", "area", "property_type", "min_score", "max_score", "tag", "unassigned", "created_from", "created_to",
        "ids", "reached", "converted_from", "converted_to", "property_id", "answered", "min_response", "max_response",
    ];

    private const string AgentsSql = "SELECT id, name FROM agents WHERE agency_id = @agency AND is_active = @active ORDER BY name, id";

    private const string SourcesSql = "SELECT DISTINCT source FROM lead_counts WHERE agency_id = @agency AND leads > 0 ORDER BY source";

    public static string Lead(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    /// <summary>Everything held on the person, as a file.</summary>
    public static string PersonalData(long id) => string.Create(CultureInfo.InvariantCulture, $"/leads/{id}/personal-data");

    /// <summary>The question that the API is asked for what an address shows.</summary>
    public static LeadQuery Query(Here here, int perPage) => new()
    {
        Page = here.Get("page"),
        PerPage = perPage.ToString(CultureInfo.InvariantCulture),
        Status = here.Get("status"),
        Priority = here.Get("priority"),
        AgentId = here.Get("agent_id"),
        Source = here.Get("source"),
        Q = here.Get("q"),
        Area = here.Get("area"),
        PropertyType = here.Get("property_type"),
        MinScore = here.Get("min_score"),
        MaxScore = here.Get("max_score"),
        Tag = here.Get("tag"),
        Unassigned = here.Get("unassigned"),
        CreatedFrom = here.Get("created_from"),
        CreatedTo = EndOf(here.Get("created_to")),
        Ids = here.Get("ids"),
        Reached = here.Get("reached"),
        ConvertedFrom = here.Get("converted_from"),
        ConvertedTo = EndOf(here.Get("converted_to")),
        PropertyId = here.Get("property_id"),
        Answered = here.Get("answered"),
        MinResponse = here.Get("min_response"),
        MaxResponse = here.Get("max_response"),
        Sort = here.Get("sort"),
    };

    /// <summary>A page names the last day that it shows; the API takes a moment, and would read a day as its beginning.</summary>
    public static string? EndOf(string? day) => day is { Length: 10 } ? day + "T23:59:59.999" : day;

    /// <summary>The same list for one status, as a column of the board shows it.</summary>
    public static LeadQuery Column(Here here, LeadStatus status, int cards) =>
        Query(here, cards) with { Status = Http.WireEnum<LeadStatus>.Name(status), Page = null, Sort = here.Get("sort") ?? "-updated_at" };

    /// <summary>The agents who can be given a lead.</summary>
    public static ValueTask<List<Option>> Agents(Agency agency, Remembered remembered, SqlReader sql, CancellationToken cancel) => remembered.Get(
        (nameof(LeadPlaces), agency.Id, nameof(Agents)),
        () => sql.List(AgentsSql, row => new Option(row.Long().ToString(CultureInfo.InvariantCulture), row.Text()), cancel, ("active", true)),
        cancel);

    /// <summary>The sources that leads have come from.</summary>
    public static ValueTask<List<string>> Sources(Agency agency, Remembered remembered, SqlReader sql, CancellationToken cancel) => remembered.Get(
        (nameof(LeadPlaces), agency.Id, nameof(Sources)), () => sql.List(SourcesSql, row => row.Text(), cancel), cancel);
}
