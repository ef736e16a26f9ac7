using System.Globalization;
using Lintel.Data;
using Lintel.Model;
using Lintel.Understanding;

namespace Lintel.Assignment;

/// <summary>What a lead wants, with the areas of the properties it asks about.</summary>
public static class Wishes
{
    // From the few references to their properties, not the other way round.
    private const string AreasSql = """
        SELECT p.area FROM each(@references) r CROSS JOIN properties p ON p.agency_id = @agency AND p.source_id = r.value
        WHERE p.area IS NOT NULL
        UNION
        SELECT p.area FROM each(@ids) r CROSS JOIN properties p ON p.agency_id = @agency AND p.id = r.value
        WHERE p.area IS NOT NULL
        """;

    // Of the places that the agency itself names: where a development lies, and, of what lies in an area, what an agent or a listing calls an area.
    private const string NeighboursSql = """
        SELECT p.area FROM each(@areas) w CROSS JOIN named_places p ON p.agency_id = @agency AND p.name = w.value
        WHERE p.area <> ''
        UNION
        SELECT p.name FROM each(@areas) w CROSS JOIN named_places p ON p.agency_id = @agency AND p.area = w.value
        WHERE EXISTS (SELECT 1 FROM named_places a WHERE a.agency_id = @agency AND a.name = p.name AND a.area = '')
        """;

    public static ValueTask<Wish> Of(Lead lead, SqlReader sql, CancellationToken cancel) =>
        Of(lead.PreferredAreas, lead.InterestedProperties, lead.PropertyType, lead.Language, sql, cancel);

    public static async ValueTask<Wish> Of(
        IReadOnlyList<string> preferredAreas,
        IReadOnlyList<string> interestedProperties,
        string? propertyType,
        string? language,
        SqlReader sql,
        CancellationToken cancel)
    {
        IEnumerable<string> areas = preferredAreas;
        if (interestedProperties.Count > 0)
        {
            var ids = interestedProperties.Select(Id).OfType<long>();
            areas = areas.Concat(await sql.List(AreasSql, row => row.Text(), cancel, ("references", interestedProperties), ("ids", ids)));
        }

        var names = areas.Select(Areas.Name).ToList();
        if (names.Count > 0)
        {
            names.AddRange((await sql.List(NeighboursSql, row => row.Text(), cancel, ("areas", names))).Select(Areas.Name));
        }

        return new Wish(names, propertyType, language);
    }

    /// <summary>The property whose id a reference can be.</summary>
    private static long? Id(string reference) => long.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
