using Lintel.Assignment;
using Lintel.Data;
using Lintel.Model;
using Lintel.Web;

namespace Lintel.Leads;

/// <summary>Finds leads for the command palette: by anything the list's search finds them by.</summary>
public sealed class FindLeads(Remembered remembered, AgentBook agents, Formats formats) : IFinder
{
    public async ValueTask<IReadOnlyList<Found>> Find(string text, int most, Actor actor, SqlReader sql, CancellationToken cancel)
    {
        var query = new LeadQuery { Q = text, PerPage = most.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        var outcome = await ListLeads.Handle(query, actor.Agency, sql, remembered, agents, cancel);
        return outcome.Refusal is not null ? [] : [.. outcome.Value.Leads.Select(lead => new Found("leads", lead.Called(), Wish.Of(lead, formats), LeadPlaces.Lead(lead.Id), "user"))];
    }
}
