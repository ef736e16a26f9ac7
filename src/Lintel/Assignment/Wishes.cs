using Lintel.Data;
using Lintel.Model;
using Lintel.Understanding;

namespace Lintel.Assignment;

/// <summary>What a lead wants, with the areas of the properties it asks about.</summary>
public static class Wishes
{
    private const string AreasSql = """
        SELECT DISTINCT area FROM properties
        WHERE agency_id = @agency AND area IS NOT NULL
            AND (source_id IN (SELECT value FROM json_each(@references)) OR id IN (SELECT CAST(value AS INTEGER) FROM json_each(@references) WHERE value NOT GLOB '*[^0-9]*'))
        """;

    public static async ValueTask<Wish> Of(Lead lead, SqlReader sql, CancellationToken cancel)
    {
        IReadOnlyCollection<string> areas = lead.PreferredAreas;
        if (lead.InterestedProperties.Count > 0)
        {
            var asked = await sql.List(AreasSql, row => row.Text(), cancel, ("references", lead.InterestedProperties));
            areas = [.. areas, .. asked];
        }

        return new Wish([.. areas.Select(Areas.Name)], lead.PropertyType, lead.Language);
    }
}
