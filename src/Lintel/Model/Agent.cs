namespace Lintel.Model;

/// <summary>A person of the agency who takes care of leads.</summary>
/// <remarks>
/// The figures with a private setter are derived from leads and assignments inside the database, by triggers that run with the change
/// (<c>Data/Sqlite/Scripts/derived.sql</c>): no code path can leave them stale, and no code sets them.
/// </remarks>
public sealed class Agent : IAgencyOwned
{
    public const int DefaultMaxLeads = 50;

    public long Id { get; init; }

    public long AgencyId { get; init; }

    public required string Name { get; set; }

    /// <summary>Lower case; unique in the agency.</summary>
    public required string Email { get; set; }

    public string? Phone { get; set; }

    public string? WhatsappNumber { get; set; }

    public List<string> SpecializationAreas { get; set; } = [];

    public List<string> SpecializationTypes { get; set; } = [];

    public List<string> Languages { get; set; } = [];

    public bool IsActive { get; set; } = true;

    /// <summary>How many open leads the agent may hold at once.</summary>
    public int MaxLeads { get; set; } = DefaultMaxLeads;

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; set; }

    /// <summary>When the agent last got a lead; breaks ties for the next one.</summary>
    public DateTime? LastAssignedAt { get; set; }

    /// <summary>Counts the changes a client made, for <c>If-Match</c>.</summary>
    public int Version { get; private set; }

    /// <summary>Open leads assigned now.</summary>
    public int OpenLeads { get; private set; }

    /// <summary>Leads ever assigned.</summary>
    public int TotalLeads { get; private set; }

    /// <summary>Of the leads ever assigned, those that are converted.</summary>
    public int ConvertedLeads { get; private set; }

    /// <summary>Leads assigned now that a human has answered.</summary>
    public int AnsweredLeads { get; private set; }

    /// <summary>Sum of the response times of <see cref="AnsweredLeads"/>, in seconds.</summary>
    public long ResponseSeconds { get; private set; }

    public bool CanTakeMore => IsActive && OpenLeads < MaxLeads;

    public void Touch(DateTime now)
    {
        UpdatedAt = now;
        Version++;
    }
}
