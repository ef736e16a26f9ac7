using System.Collections.Concurrent;
using Lintel.Data;
using Lintel.Understanding;

namespace Lintel.Assignment;

/// <summary>The agents a lead could go to right now.</summary>
public static class Candidates
{
    private const int MostRemembered = 10_000;

    private const string Sql = """
        SELECT id, name, specialization_areas, specialization_types, languages, open_leads, max_leads, total_leads, converted_leads, last_assigned_at
        FROM agents WHERE agency_id = @agency AND is_active AND open_leads < max_leads
        """;

    // In the order of their ids, so that no two who hold several wait for each other.
    private const string HoldSql = Sql + " ORDER BY id FOR NO KEY UPDATE";

    // What a list of areas means is the same for whoever has it; working it out costs more than everything else here.
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> Meanings = new(StringComparer.Ordinal);

    public static ValueTask<List<Candidate>> WithRoom(SqlReader sql, CancellationToken cancel) => Ask(Sql, sql, cancel);

    /// <summary>The same, and nobody else gives any of them a lead until this unit of work has ended.</summary>
    public static ValueTask<List<Candidate>> Hold(SqlReader sql, CancellationToken cancel) => Ask(HoldSql, sql, cancel);

    private static ValueTask<List<Candidate>> Ask(string statement, SqlReader sql, CancellationToken cancel) => sql.List(
        statement,
        row => new Candidate(
            row.Long(), row.Text(), Meaning(row), row.Texts(), [.. row.Texts().Select(Languages.Code)], row.Int(), row.Int(), row.Int(), row.Int(), row.TimeOrNull()),
        cancel);

    private static IReadOnlySet<string> Meaning(Row row)
    {
        if (Meanings.Count > MostRemembered)
        {
            Meanings.Clear();
        }

        return Meanings.GetOrAdd(row.Text(), static json => Areas.Meaning(System.Text.Json.JsonSerializer.Deserialize<string[]>(json) ?? []));
    }
}
