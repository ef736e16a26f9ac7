using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>A new agency, as somebody asks for it.</summary>
public sealed record AgencyRequest
{
    /// <summary>What the agency is called.</summary>
    [Text(CreateAgency.LongestName, NotNull = true)]
    public Field<string> Name { get; init; }

    [Text(CreateAgency.LongestZone)]
    public Field<string> TimeZone { get; init; }

    [Text(3)]
    public Field<string> Currency { get; init; }

    [Text(2)]
    public Field<string> Region { get; init; }

    /// <summary>What the agency speaks with the people who ask, the preferred first: en, zh.</summary>
    [Texts(NotNull = true)]
    public Field<string[]> Languages { get; init; }

    /// <summary>When the agency works, as schema.org writes opening hours: `Mo-Fr 09:30-18:30`. None, until it is said.</summary>
    [Texts]
    public Field<string[]> WorkingHours { get; init; }

    [Value(NotNull = true)]
    public Field<bool?> AgentsSeeUnassigned { get; init; }
}

/// <summary>Founds an agency on this server.</summary>
public static class CreateAgency
{
    public const int LongestName = 200;
    public const int LongestZone = 64;

    /// <summary>Where a new agency is, when nothing else is said.</summary>
    public const string DefaultZone = "Asia/Hong_Kong";

    public static async Task<Outcome<Agency>> Handle(AgencyRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var name = check.Text("name", request.Name, LongestName);
        var (zone, currency, region) = Conventions(request, null, check);
        var customs = AgencyCustoms.Read(request, check);
        check.Required("name", name);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var agency = new Agency
        {
            Name = name.Value!,
            TimeZone = zone!,
            Currency = currency!,
            Region = region!,
            CreatedAt = db.Now,
        };
        customs.ApplyTo(agency);
        db.Agencies.Add(agency);
        await db.SaveChangesAsync(cancel);
        return agency;
    }

    /// <summary>Where nothing is said, an agency stays where it is, and a new one is in Hong Kong.</summary>
    internal static (string? Zone, string? Currency, string? Region) Conventions(AgencyRequest request, Agency? known, Check check)
    {
        var zone = check.Text("time_zone", request.TimeZone, LongestZone).Value ?? known?.TimeZone ?? DefaultZone;
        var currency = check.Text("currency", request.Currency, 3).Value?.ToUpperInvariant() ?? known?.Currency ?? "HKD";
        var region = check.Text("region", request.Region, 2).Value?.ToUpperInvariant() ?? known?.Region ?? "HK";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId)
        {
            check.Error("time_zone", "must be an IANA time zone such as Asia/Hong_Kong");
        }

        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            check.Error("currency", "must be an ISO 4217 code such as HKD");
        }

        if (!PhoneNumber.IsRegion(region))
        {
            check.Error("region", "must be an ISO 3166 region such as HK");
        }

        return (zone, currency, region);
    }
}
