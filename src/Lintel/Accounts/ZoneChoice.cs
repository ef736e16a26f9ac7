using Lintel.Web.Components;

namespace Lintel.Accounts;

/// <summary>The time zones that an agency can be in, for a form.</summary>
public static class ZoneChoice
{
    /// <summary>Those that are named by a place, and the one that the agency has.</summary>
    public static IReadOnlyList<Option> Beside(string current) =>
    [
        .. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal) && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(zone => zone.Id).Append(current).Distinct().Order(StringComparer.Ordinal).Select(zone => new Option(zone, zone.Replace('_', ' '))),
    ];
}
