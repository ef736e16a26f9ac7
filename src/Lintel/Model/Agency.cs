namespace Lintel.Model;

/// <summary>A row that belongs to one agency. Its id leads every key by which another row can point here.</summary>
public interface IAgencyOwned
{
    long AgencyId { get; }
}

/// <summary>The business whose leads these are, and the conventions by which its input is read.</summary>
public sealed class Agency
{
    /// <summary>The agency that the open API answers for.</summary>
    public const long DefaultId = 1;

    public const string Chinese = "zh";

    /// <summary>The languages that Lintel writes to people in.</summary>
    public static readonly IReadOnlyList<string> Spoken = ["en", Chinese];

    public long Id { get; init; }

    public required string Name { get; set; }

    /// <summary>IANA name; days, and times sent without an offset, are meant in it.</summary>
    public required string TimeZone { get; set; }

    /// <summary>ISO 4217 code of every amount of money the agency keeps.</summary>
    public required string Currency { get; set; }

    /// <summary>ISO 3166 region by which a phone number without a country code is read.</summary>
    public required string Region { get; set; }

    /// <summary>What it speaks with the people who ask, the preferred first: of <see cref="Spoken"/>.</summary>
    public List<string> Languages { get; set; } = [.. Spoken];

    /// <summary>When it works, from Monday on, each as <see cref="WorkingTime"/> writes itself; empty until that is said.</summary>
    public List<string> WorkingHours { get; set; } = [];

    /// <summary>Tells one picture that it has had as its logo from another; null without one.</summary>
    public string? LogoVersion { get; set; }

    /// <summary>Where its logo is got, another address for another picture; null without one.</summary>
    public string? Logo => LogoVersion is { } version ? $"/agency/logo?v={version}" : null;

    /// <summary>After so many months without a change, whoever is behind a closed lead is erased; null for never.</summary>
    public int? RetentionMonths { get; set; }

    /// <summary>Whether agents see the leads that nobody has, and may take them.</summary>
    public bool AgentsSeeUnassigned { get; set; }

    public DateTime CreatedAt { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>When work next begins, by the agency's clocks; null when it has not said when it works.</summary>
    public DateTime? NextStart(DateTime utc) =>
        WorkingTime.NextStart(WorkingTime.Week(WorkingHours) ?? [], TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>The calendar day of an instant, where the agency is.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>
    /// The instant a calendar day begins where the agency is; where clocks skip midnight, the first instant after the gap, and where they show it
    /// twice, the first of the two.
    /// </summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var zone = Zone;
        return zone.IsAmbiguousTime(midnight)
            ? DateTime.SpecifyKind(midnight - zone.GetAmbiguousTimeOffsets(midnight).Max(), DateTimeKind.Utc)
            : ToUtc(midnight);
    }

    /// <summary>A wall-clock time of the agency as an instant. A time that clocks skip is read as if they had not moved yet.</summary>
    public DateTime ToUtc(DateTime local)
    {
        var zone = Zone;
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return zone.IsInvalidTime(wall)
            ? DateTime.SpecifyKind(wall - zone.GetUtcOffset(wall.AddHours(-3)), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(wall, zone);
    }
}
