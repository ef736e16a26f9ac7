using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>What a person said to one purpose by one channel, and by what it can be shown.</summary>
public sealed record ConsentView(long Id, ConsentPurpose Purpose, Channel Channel, bool Given, DateTime At, string By, string? Evidence)
{
    public const string Columns = "id, purpose, channel, is_given, at, \"by\", evidence";

    public static ConsentView Read(Row row) =>
        new(row.Long(), row.Enum<ConsentPurpose>(), row.Enum<Channel>(), row.Bool(), row.Time(), row.Text(), row.TextOrNull());
}

/// <summary>Everything a person ever said to it, newest first: the first of a purpose and channel is what holds.</summary>
public sealed record ConsentsAnswer(IReadOnlyList<ConsentView> Consents)
{
    public bool Success => true;
}

public static class ListConsents
{
    private const string LeadSql = "SELECT id FROM leads WHERE agency_id = @agency AND id = @id";

    private const string Sql = $"SELECT {ConsentView.Columns} FROM consents WHERE agency_id = @agency AND lead_id = @id ORDER BY at DESC, id DESC";

    /// <summary>
    /// Lists a lead's consents, newest first. Each says for what, by which channel, whether it was given or withdrawn, and by what that can be shown. The
    /// first of a purpose and channel is what holds; without one, nothing was said.
    /// </summary>
    public static async Task<Results<Ok<ConsentsAnswer>, ProblemHttpResult>> Get(long id, Reading sql, CancellationToken cancel) =>
        await sql.First(LeadSql, row => (long?)row.Long(), cancel, ("id", id)) is null
            ? Problems.Of(Refusal.NotFound("Lead", id))
            : TypedResults.Ok(new ConsentsAnswer(await Of(id, sql, cancel)));

    /// <summary>Those of a lead that is there.</summary>
    public static ValueTask<List<ConsentView>> Of(long id, SqlReader sql, CancellationToken cancel) => sql.List(Sql, ConsentView.Read, cancel, ("id", id));
}
