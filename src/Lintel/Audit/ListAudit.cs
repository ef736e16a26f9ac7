using System.Text.Json;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Audit;

/// <summary>That somebody did something to a record.</summary>
public sealed record AuditView(
    long Id,
    DateTime At,
    string Actor,
    long? UserId,
    long? KeyId,
    string? Address,
    string? TraceId,
    string Action,
    string Entity,
    long? EntityId,
    IReadOnlyDictionary<string, JsonElement>? Before,
    IReadOnlyDictionary<string, JsonElement>? After);

/// <summary>One page of the audit.</summary>
public sealed record AuditAnswer(IReadOnlyList<AuditView> Entries, Pagination Pagination)
{
    public bool Success => true;
}

/// <summary>Which entries are asked for; what is left out is all.</summary>
public sealed record AuditFilter
{
    [FromQuery(Name = "entity"), Slug(Example = "lead")]
    public string? Entity { get; init; }

    [FromQuery(Name = "entity_id"), Whole(1, int.MaxValue)]
    public string? EntityId { get; init; }

    [FromQuery(Name = "actor"), Text(LongestActor)]
    public string? Actor { get; init; }

    [FromQuery(Name = "action"), Slug(Example = "changed")]
    public string? Action { get; init; }

    [FromQuery(Name = "from"), Time]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Time]
    public string? To { get; init; }

    internal const int LongestActor = 254;

    /// <summary>The conditions, and the values they name.</summary>
    internal (string Where, List<Arg> Args) Read(Check check)
    {
        var (where, args) = ("agency_id = @agency", new List<Arg>());
        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                where += $" AND {condition}";
                args.Add((name, value));
            }
        }

        Add("entity = @entity", "entity", One(check, "entity", Entity));
        Add("entity_id = @entity_id", "entity_id", check.Whole("entity_id", EntityId, 1, int.MaxValue));
        Add("actor = @actor", "actor", check.Text("actor", Actor, LongestActor));
        Add("action = @action", "action", One(check, "action", Action));
        Add("at >= @from", "from", check.Time("from", From));
        Add("at <= @to", "to", check.Time("to", To));
        return (where, args);
    }

    private static string? One(Check check, string field, string? text)
    {
        var slugs = check.Slugs(field, text);
        if (slugs.Count > 1)
        {
            check.Error(field, "must be one");
        }

        return slugs.Count == 1 ? slugs[0] : null;
    }
}

public static class ListAudit
{
    private const string Columns = "id, at, actor, user_id, key_id, address, trace_id, action, entity, entity_id, \"before\", \"after\"";

    /// <summary>
    /// Lists what was done, newest first. Every change of a lead with the values before and after, every export and whatever else the agency
    /// has to answer for; of one record, by one caller, of one kind, in a window of time.
    /// </summary>
    public static async Task<Results<Ok<AuditAnswer>, ProblemHttpResult>> Get(
        [AsParameters] AuditFilter filter,
        [FromQuery(Name = "page"), Whole(1, Default = 1)] string? page,
        [FromQuery(Name = "per_page"), Whole(1, Paging.MostPerPage, Default = Paging.DefaultPerPage)] string? perPage,
        Reading sql,
        Caller caller,
        CancellationToken cancel)
    {
        var answer = await Handle(filter, page, perPage, caller.Agency, sql, cancel);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(answer.Value);
    }

    public static async Task<Outcome<AuditAnswer>> Handle(AuditFilter filter, string? page, string? perPage, Agency agency, SqlReader sql, CancellationToken cancel)
    {
        var check = new Check(agency);
        var paging = Paging.Read(check, page, perPage);
        var (where, args) = filter.Read(check);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var total = await sql.First($"SELECT count(*) FROM audit_entries WHERE {where}", row => row.Long(), cancel, [.. args]);
        var entries = paging.Offset >= total ? [] : await Page(where, args, paging.PerPage, paging.Offset, sql, cancel);
        return new AuditAnswer(entries, Pagination.Of(paging, total));
    }

    /// <summary>The last things done to a record.</summary>
    public static ValueTask<List<AuditView>> Of(string entity, long id, int most, SqlReader sql, CancellationToken cancel) => Page(
        "agency_id = @agency AND entity = @entity AND entity_id = @entity_id", [("entity", entity), ("entity_id", id)], most, 0, sql, cancel);

    private static ValueTask<List<AuditView>> Page(string where, List<Arg> args, int take, long skip, SqlReader sql, CancellationToken cancel) => sql.List(
        $"SELECT {Columns} FROM audit_entries WHERE {where} ORDER BY at DESC, id DESC LIMIT @take OFFSET @skip",
        Read,
        cancel,
        [.. args, ("take", take), ("skip", skip)]);

    private static AuditView Read(Row row) => new(
        row.Long(), row.Time(), row.Text(), row.LongOrNull(), row.LongOrNull(), row.TextOrNull(), row.TextOrNull(), row.Text(), row.Text(), row.LongOrNull(),
        Values(row.TextOrNull()), Values(row.TextOrNull()));

    private static Dictionary<string, JsonElement>? Values(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json);
}
