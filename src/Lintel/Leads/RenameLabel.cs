using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Leads;

/// <summary>Calls a tag or a source by another name on every lead that has it; under a name that is there already, the two become one.</summary>
public static class RenameLabel
{
    /// <summary>Leads in one transaction.</summary>
    private const int AtOnce = 100;

    private const string TaggedSql = """
        SELECT l.id, l.tags FROM lead_tags t JOIN leads l ON l.agency_id = t.agency_id AND l.id = t.lead_id
        WHERE t.agency_id = @agency AND t.tag = @from AND t.lead_id > @after ORDER BY t.lead_id LIMIT @most
        """;

    private const string OfSourceSql = "SELECT id, '[]' FROM leads WHERE agency_id = @agency AND source = @from AND id > @after ORDER BY id LIMIT @most";

    private const string TagsSql = """
        SELECT t.tag, count(*) FROM lead_tags t WHERE t.agency_id = @agency GROUP BY t.tag ORDER BY count(*) DESC, t.tag LIMIT @most
        """;

    private const string SourcesSql = """
        SELECT source, cast(sum(leads) AS bigint) FROM lead_counts WHERE agency_id = @agency GROUP BY source HAVING sum(leads) > 0 ORDER BY sum(leads) DESC, source LIMIT @most
        """;

    /// <returns>How many leads it was on.</returns>
    public static async Task<Outcome<int>> Handle(bool isTag, string from, string to, Store store, Actor actor, CancellationToken cancel)
    {
        var check = new Check(actor.Agency);
        var name = isTag ? check.Text("to", Field<string>.Sent(to), LeadQuery.LongestName) : check.Slug("to", Field<string>.Sent(to));
        check.Required("to", name);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var changed = 0;
        for (var after = 0L; ;)
        {
            List<(long Id, IReadOnlyList<string> Tags)> leads;
            using (var sql = store.Read(actor.Agency.Id))
            {
                leads = await sql.List(
                    isTag ? TaggedSql : OfSourceSql, row => (row.Long(), row.Texts()), cancel, ("from", isTag ? PlainText.LowerAscii(from) : from), ("after", after), ("most", AtOnce));
            }

            if (leads.Count == 0)
            {
                return changed;
            }

            var outcome = await store.Write<int>(actor, db => Some(leads, isTag, from, name.Value!, db, cancel), cancel);
            if (outcome.Refusal is { } refusal)
            {
                return refusal;
            }

            (after, changed) = (leads[^1].Id, changed + leads.Count);
        }
    }

    /// <summary>The tags that leads have, each with how many have it, most first.</summary>
    public static ValueTask<List<(string Name, long Leads)>> Tags(int most, SqlReader sql, CancellationToken cancel) =>
        sql.List(TagsSql, row => (row.Text(), row.Long()), cancel, ("most", most));

    /// <summary>The sources that leads have come from, each with how many, most first.</summary>
    public static ValueTask<List<(string Name, long Leads)>> Sources(int most, SqlReader sql, CancellationToken cancel) =>
        sql.List(SourcesSql, row => (row.Text(), row.Long()), cancel, ("most", most));

    private static async Task<Outcome<int>> Some(
        List<(long Id, IReadOnlyList<string> Tags)> leads, bool isTag, string from, string to, LintelDb db, CancellationToken cancel)
    {
        foreach (var (id, tags) in leads)
        {
            var request = isTag
                ? new LeadRequest { Tags = Field<string[]>.Sent([.. tags.Select(tag => string.Equals(tag, from, StringComparison.OrdinalIgnoreCase) ? to : tag)]) }
                : new LeadRequest { Source = Field<string>.Sent(to) };
            var outcome = await UpdateLead.Handle(id, request, IfMatch.Any, db, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return leads.Count;
    }
}
