namespace Lintel.Model;

/// <summary>What a person may have agreed to.</summary>
public enum ConsentPurpose
{
    /// <summary>To be answered and advised about what they asked for.</summary>
    Service,

    /// <summary>To be told of offers that they did not ask for.</summary>
    Marketing,
}

/// <summary>That a person agreed to something by way of a channel, or withdrew it: kept as it was said, the last word counting.</summary>
public sealed class Consent : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public long LeadId { get; init; }

    public ConsentPurpose Purpose { get; init; }

    public Channel Channel { get; init; }

    /// <summary>False is a withdrawal.</summary>
    public bool IsGiven { get; init; }

    public DateTime At { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>By what it can be shown: the words, the form and its version, the call.</summary>
    public string? Evidence { get; init; }
}
