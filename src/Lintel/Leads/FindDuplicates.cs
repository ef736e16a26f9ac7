using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>Why two leads may be one person.</summary>
/// <param name="Reason">`same_phone`, `same_email`, `same_handle` or `close_name`.</param>
/// <param name="Text">The same in words, with what they share.</param>
public sealed record DuplicateReason(string Reason, string Text);

/// <summary>Another lead that may be the same person.</summary>
public sealed record Duplicate(LeadView Lead, IReadOnlyList<DuplicateReason> Reasons);

/// <summary>The surest first.</summary>
public sealed record DuplicatesAnswer(IReadOnlyList<Duplicate> Duplicates)
{
    public bool Success => true;
}

public static class FindDuplicates
{
    private const int Most = 20;

    // What one is known by and the other gave in a message, either way round, or both gave.
    private const string AddressesSql = """
        SELECT i.lead_id, i.kind, i.value FROM lead_mentions m
        JOIN lead_identities i ON i.agency_id = m.agency_id AND i.kind = m.kind AND i.value = m.value
        WHERE m.agency_id = @agency AND m.lead_id = @id AND i.lead_id <> @id
        UNION
        SELECT m.lead_id, m.kind, m.value FROM lead_identities i
        JOIN lead_mentions m ON m.agency_id = i.agency_id AND m.kind = i.kind AND m.value = i.value
        WHERE i.agency_id = @agency AND i.lead_id = @id AND m.lead_id <> @id
        UNION
        SELECT o.lead_id, o.kind, o.value FROM lead_mentions m
        JOIN lead_mentions o ON o.agency_id = m.agency_id AND o.kind = m.kind AND o.value = m.value
        WHERE m.agency_id = @agency AND m.lead_id = @id AND o.lead_id <> @id
        """;

    // Who shares an interest, of those only the newest few thousand: the name is compared here, not by the database.
    private const string InterestsSql = """
        SELECT l.id, l.name, r.value FROM each(@references) r
        CROSS JOIN lead_interests i ON i.agency_id = @agency AND i.reference = r.value
        JOIN leads l ON l.agency_id = @agency AND l.id = i.lead_id
        WHERE l.id <> @id AND l.name IS NOT NULL
        ORDER BY l.id DESC LIMIT 2000
        """;

    private const string AreasSql = """
        SELECT l.id, l.name, r.value FROM each(@areas) r
        CROSS JOIN lead_areas a ON a.agency_id = @agency AND a.area = lower(r.value)
        JOIN leads l ON l.agency_id = @agency AND l.id = a.lead_id
        WHERE l.id <> @id AND l.name IS NOT NULL
        ORDER BY l.id DESC LIMIT 2000
        """;

    /// <summary>
    /// Lists leads that may be the same person. Who gave a phone or mail address that the lead is known by, or the other way round, and who has a close
    /// name and the same interest; each with the reasons, the surest first.
    /// </summary>
    public static async Task<Results<Ok<DuplicatesAnswer>, ProblemHttpResult>> Get(long id, Reading sql, CancellationToken cancel) =>
        await LeadView.Load(sql, id, cancel) is { } lead
            ? TypedResults.Ok(new DuplicatesAnswer(await Of(lead, sql, cancel)))
            : Problems.Of(Refusal.NotFound("Lead", id));

    public static async ValueTask<IReadOnlyList<Duplicate>> Of(LeadView lead, SqlReader sql, CancellationToken cancel)
    {
        var found = new Dictionary<long, List<DuplicateReason>>();
        foreach (var (other, kind, value) in await sql.List(AddressesSql, row => (row.Long(), row.Enum<IdentityKind>(), row.Text()), cancel, ("id", lead.Id)))
        {
            Add(found, other, new(Word(kind), $"both are linked to {value}"));
        }

        if (lead.Name is { } name)
        {
            var interests = await sql.List(InterestsSql, Named, cancel, ("id", lead.Id), ("references", lead.InterestedProperties));
            var areas = await sql.List(AreasSql, Named, cancel, ("id", lead.Id), ("areas", lead.PreferredAreas));
            foreach (var (other, called, shared) in interests.Concat(areas).Where(other => CloseNames.Are(name, other.Name)))
            {
                Add(found, other, new("close_name", $"is called {called}, and is interested in {shared} too"));
            }
        }

        var duplicates = new List<Duplicate>();
        foreach (var (other, reasons) in found.OrderByDescending(pair => pair.Value.Count(reason => reason.Reason != "close_name"))
            .ThenByDescending(pair => pair.Value.Count).ThenByDescending(pair => pair.Key).Take(Most))
        {
            if (await LeadView.Load(sql, other, cancel) is { } view)
            {
                duplicates.Add(new(view, reasons));
            }
        }

        return duplicates;
    }

    private static (long Id, string Name, string Shared) Named(Row row) => (row.Long(), row.Text(), row.Text());

    private static void Add(Dictionary<long, List<DuplicateReason>> found, long lead, DuplicateReason reason)
    {
        if (!found.TryGetValue(lead, out var reasons))
        {
            found[lead] = reasons = [];
        }

        reasons.Add(reason);
    }

    private static string Word(IdentityKind kind) => kind switch
    {
        IdentityKind.Phone => "same_phone",
        IdentityKind.Email => "same_email",
        _ => "same_handle",
    };
}
