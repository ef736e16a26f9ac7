using Lintel.Http;
using Lintel.Model;

namespace Lintel.Agents;

/// <summary>The keys of an agent that a client may send. On update, a key left out stays as it is and null clears. Figures are derived, never sent.</summary>
public sealed record AgentRequest
{
    [Text(AgentFields.LongestName, NotNull = true)]
    public Field<string> Name { get; init; }

    [Email(NotNull = true)]
    public Field<string> Email { get; init; }

    [Phone]
    public Field<string> Phone { get; init; }

    [Phone]
    public Field<string> WhatsappNumber { get; init; }

    [Texts]
    public Field<string[]> SpecializationAreas { get; init; }

    [Texts]
    public Field<string[]> SpecializationTypes { get; init; }

    [Texts]
    public Field<string[]> Languages { get; init; }

    [Value(Default = true)]
    public Field<bool?> IsActive { get; init; }

    [Whole(0, AgentFields.MostLeads, Default = Agent.DefaultMaxLeads)]
    public Field<long?> MaxLeads { get; init; }
}
