using System.Globalization;
using Lintel.Data;
using Lintel.Model;
using Lintel.Understanding;

namespace Lintel.Assignment;

/// <summary>A lead as far as it decides who gets it.</summary>
public sealed record Asking(IReadOnlyList<string> PreferredAreas, IReadOnlyList<string> InterestedProperties, string? PropertyType, string? Language);

/// <summary>What leads want, with the areas of the properties they ask about.</summary>
public static class Wishes
{
    // From the few references to their properties, not the other way round. The first column says how a property is referred to.
    private const string AreasSql = """
        SELECT 0, r.value, p.area FROM each(@references) r CROSS JOIN properties p ON p.agency_id = @agency AND p.source_id = r.value
        WHERE p.area IS NOT NULL
        UNION
        SELECT 1, CAST(r.value AS TEXT), p.area FROM each(@ids) r CROSS JOIN properties p ON p.agency_id = @agency AND p.id = r.value
        WHERE p.area IS NOT NULL
        """;

    // Of the places that the agency itself names: where a development lies, and, of what lies in an area, what an agent or a listing calls an area.
    private const string NeighboursSql = """
        SELECT w.value, p.area FROM each(@areas) w CROSS JOIN named_places p ON p.agency_id = @agency AND p.name = w.value
        WHERE p.area <> ''
        UNION
        SELECT w.value, p.name FROM each(@areas) w CROSS JOIN named_places p ON p.agency_id = @agency AND p.area = w.value
        WHERE EXISTS (SELECT 1 FROM named_places a WHERE a.agency_id = @agency AND a.name = p.name AND a.area = '')
        """;

    public static async ValueTask<Wish> Of(Lead lead, SqlReader sql, CancellationToken cancel) =>
        (await Of([new Asking(lead.PreferredAreas, lead.InterestedProperties, lead.PropertyType, lead.Language)], sql, cancel))[0];

    /// <returns>The wishes of the leads, in their order.</returns>
    public static async ValueTask<List<Wish>> Of(IReadOnlyList<Asking> leads, SqlReader sql, CancellationToken cancel)
    {
        var references = leads.SelectMany(lead => lead.InterestedProperties).Distinct(StringComparer.Ordinal).ToList();
        var listed = references.Count == 0 ? [] : await sql.List(
            AreasSql,
            row => (IsId: row.Int() == 1, Reference: row.Text(), Area: row.Text()),
            cancel,
            ("references", references),
            ("ids", references.Select(Id).OfType<long>()));
        var bySource = listed.Where(row => !row.IsId).ToLookup(row => row.Reference, row => row.Area, StringComparer.Ordinal);
        var byId = listed.Where(row => row.IsId).ToLookup(row => Id(row.Reference), row => row.Area);

        var named = leads.Select(lead => lead.PreferredAreas
            .Concat(lead.InterestedProperties.SelectMany(reference => bySource[reference].Concat(byId[Id(reference)])))
            .Select(Areas.Name)
            .ToList()).ToList();
        var names = named.SelectMany(areas => areas).Distinct(StringComparer.Ordinal).ToList();
        var near = names.Count == 0 ? [] : await sql.List(NeighboursSql, row => (Area: row.Text(), Near: row.Text()), cancel, ("areas", names));
        var nearby = near.ToLookup(row => row.Area, row => Areas.Name(row.Near), StringComparer.Ordinal);
        return [.. leads.Zip(named, (lead, areas) => new Wish(
            [.. areas.Concat(areas.SelectMany(area => nearby[area])).Distinct(StringComparer.Ordinal)], lead.PropertyType, lead.Language))];
    }

    /// <summary>The property whose id a reference can be.</summary>
    private static long? Id(string reference) => long.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
