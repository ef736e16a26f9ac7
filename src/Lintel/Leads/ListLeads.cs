using System.Globalization;
using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>One page of leads.</summary>
public sealed record LeadsAnswer(IReadOnlyList<LeadView> Leads, Pagination Pagination)
{
    public bool Success => true;
}

public static class ListLeads
{
    /// <summary>Lists leads. Filtered, searched, sorted and paged. Without a sort, the most urgent come first and of those the newest.</summary>
    public static async Task<Results<Ok<LeadsAnswer>, ProblemHttpResult>> Get(
        [AsParameters] LeadQuery query, Reading sql, Remembered remembered, AgentBook agents, Caller caller, CancellationToken cancel)
    {
        var outcome = await Handle(query, caller.Agency, sql, remembered, agents, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<LeadsAnswer>> Handle(
        LeadQuery query, Agency agency, SqlReader sql, Remembered remembered, AgentBook agents, CancellationToken cancel)
    {
        var check = new Check(agency);
        var paging = Paging.Read(check, query.Page, query.PerPage);
        var filter = LeadFilter.Read(query, check);
        var order = LeadOrder.Read(query.Sort, check);
        if (check.Failed)
        {
            return check.Refusal;
        }

        // Agents' phones and the team's screens ask for the same page again and again, mostly with nothing new to show.
        return await remembered.Get((agency.Id, query), () => Page(filter, order, paging, agency, sql, remembered, agents, cancel), cancel);
    }

    private static async ValueTask<LeadsAnswer> Page(
        LeadFilter filter, LeadOrder order, Paging paging, Agency agency, SqlReader sql, Remembered remembered, AgentBook agents, CancellationToken cancel)
    {
        var search = filter.Search is null ? null : await sql.Search(filter.Search, cancel);
        var total = await Total(filter, order, search, agency.Id, sql, remembered, cancel);
        if (paging.Offset >= total)
        {
            return new LeadsAnswer([], Pagination.Of(paging, total));
        }

        var page = new LeadSql(filter, order);
        var text = page.Page(search, total, paging);
        var leads = await sql.List(text, LeadView.ReadAlone, cancel, page.Args);
        return new LeadsAnswer(await WithAgents(leads, agency.Id, agents, sql, cancel), Pagination.Of(paging, total));
    }

    /// <summary>Adds to leads that were read alone the agents they are assigned to.</summary>
    public static async ValueTask<List<LeadView>> WithAgents(
        List<LeadView> leads, long agencyId, AgentBook agents, SqlReader sql, CancellationToken cancel)
    {
        var known = await agents.Find(agencyId, leads.Select(lead => lead.AssignedAgentId), sql, cancel);
        return leads.ConvertAll(lead => lead.AssignedAgentId is { } id && known.TryGetValue(id, out var agent) ? lead with { AssignedAgent = agent } : lead);
    }

    private static async ValueTask<long> Total(
        LeadFilter filter, LeadOrder order, TextSearch? search, long agencyId, SqlReader sql, Remembered remembered, CancellationToken cancel)
    {
        var count = new LeadSql(filter, order);
        var text = count.Total(search);
        var args = count.Args;
        var key = string.Create(CultureInfo.InvariantCulture, $"{agencyId}\n{text}\n{string.Join('\n', args.Select(Value))}");
        return await remembered.Get(key, () => sql.First(text, row => row.Long(), cancel, args), cancel);
    }

    private static string Value(Arg arg) => arg.Value switch
    {
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        IEnumerable<string> texts => string.Join('\t', texts),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
