using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Lintel.Model;

namespace Lintel.Data;

/// <summary>
/// Statements as an agent's reader asks them: each table that is about leads stands for the part of it that the agent sees. The statement itself is
/// not looked at, so that no handler can forget: a name that follows WITH goes before a table of that name, on both databases.
/// </summary>
/// <remarks>A test compares the names here with the tables that there are.</remarks>
internal static partial class SeenByAgent
{
    private const int MostKept = 2_000;
    private const string With = "WITH ";
    private const string Recursive = "WITH RECURSIVE ";

    /// <summary>Tables of which a row belongs to one lead.</summary>
    public static readonly string[] OfLead =
    [
        "interactions", "follow_ups", "lead_assignments", "lead_status_changes", "lead_identities", "lead_areas", "lead_tags", "lead_interests",
        "lead_mentions", "lead_merges", "read_marks", "outbox", "erasures", "consents",
    ];

    /// <summary>Tables that are worked out anew, or narrowed otherwise.</summary>
    public static readonly string[] Otherwise =
    [
        "leads", "agents", "agent_leads", "lead_counts", "lead_scores", "lead_days", "interaction_days", "lead_quarters", "source_days", "agent_days",
        "response_days", "interest_weeks", "status_budgets", "type_scores", "audit_entries",
    ];

    private const string Figures = """
        1 AS leads, CASE WHEN status = 5 THEN 1 ELSE 0 END AS converted, score, CASE WHEN priority >= 2 THEN 1 ELSE 0 END AS high,
            CASE WHEN response_seconds IS NULL THEN 0 ELSE 1 END AS answered, coalesce(response_seconds, 0) AS response_seconds
        """;

    private static readonly ConcurrentDictionary<(string Sql, bool Unassigned, string Schema), string> Known = new();

    /// <param name="sql">A statement that reads.</param>
    /// <param name="sight">For whom.</param>
    /// <param name="schema">What goes before a table's name so that it does not mean itself: <c>main.</c> on SQLite.</param>
    public static string Statement(string sql, Sight sight, string schema)
    {
        if (Known.Count >= MostKept)
        {
            Known.Clear();
        }

        return Known.GetOrAdd((sql, sight.Unassigned, schema), static asked => Write(asked.Sql, asked.Unassigned, asked.Schema));
    }

    private static string Write(string sql, bool unassigned, string schema)
    {
        var shadows = string.Join(",\n", Shadows(unassigned, schema));
        sql = Hint.Replace(sql.TrimStart(), "");
        return sql.StartsWith(Recursive, StringComparison.Ordinal) ? $"WITH {shadows}\nSELECT * FROM ({sql}) AS seen"
            : sql.StartsWith(With, StringComparison.Ordinal) ? $"WITH {shadows},\n{sql[With.Length..]}"
            : $"WITH {shadows}\n{sql}";
    }

    private static IEnumerable<string> Shadows(bool unassigned, string schema)
    {
        var (mine, counted) = unassigned
            ? ("(assigned_agent_id = @viewer OR assigned_agent_id IS NULL)", "agent_id IN (@viewer, 0)")
            : ("assigned_agent_id = @viewer", "agent_id = @viewer");
        yield return $"leads AS (SELECT * FROM {schema}leads WHERE agency_id = @agency AND {mine})";
        yield return $"agents AS (SELECT * FROM {schema}agents WHERE agency_id = @agency AND id = @viewer)";
        yield return $"agent_leads AS (SELECT * FROM {schema}agent_leads WHERE agency_id = @agency AND agent_id = @viewer)";
        yield return $"lead_counts AS (SELECT * FROM {schema}lead_counts WHERE agency_id = @agency AND {counted})";
        foreach (var table in OfLead)
        {
            yield return $"{table} AS (SELECT * FROM {schema}{table} WHERE agency_id = @agency AND lead_id IN (SELECT id FROM leads))";
        }

        yield return $"audit_entries AS (SELECT * FROM {schema}audit_entries WHERE agency_id = @agency AND entity = 'lead' AND entity_id IN (SELECT id FROM leads))";
        yield return "lead_scores AS (SELECT agency_id, status, score, count(*) AS leads FROM leads GROUP BY agency_id, status, score)";
        yield return """
            lead_days AS (
                SELECT agency_id, created_at / 86400000 AS day, furthest_status, count(*) AS leads, count(response_seconds) AS answered,
                    coalesce(sum(response_seconds), 0) AS response_seconds
                FROM leads GROUP BY agency_id, created_at / 86400000, furthest_status)
            """;
        yield return """
            interaction_days AS (
                SELECT agency_id, coalesce(agent_id, 0) AS agent_id, created_at / 86400000 AS day, count(*) AS interactions
                FROM interactions WHERE type < 6 GROUP BY agency_id, coalesce(agent_id, 0), created_at / 86400000)
            """;
        yield return """
            lead_quarters AS (
                SELECT agency_id, created_at / 900000 AS quarter, 1 AS leads, 0 AS conversions FROM leads
                UNION ALL
                SELECT agency_id, converted_at / 900000, 0, 1 FROM leads WHERE converted_at IS NOT NULL)
            """;
        yield return $"source_days AS (SELECT agency_id, source, created_at / 86400000 AS day, {Figures} FROM leads)";
        yield return $"""
            agent_days AS (
                SELECT agency_id, assigned_agent_id AS agent_id, created_at / 86400000 AS day, {Figures} FROM leads WHERE assigned_agent_id IS NOT NULL)
            """;
        yield return $"response_days AS (SELECT agency_id, created_at / 86400000 AS day, {ResponseRanges.Sql} AS response_range, 1 AS leads FROM leads)";
        yield return $"""
            interest_weeks AS (
                SELECT l.agency_id, i.reference, i.created_at / 604800000 AS week, {Figures}
                FROM lead_interests i JOIN leads l ON l.agency_id = i.agency_id AND l.id = i.lead_id)
            """;
        yield return "type_scores AS (SELECT agency_id, property_type, score, 1 AS leads FROM leads WHERE property_type IS NOT NULL)";
        yield return """
            status_budgets AS (
                SELECT agency_id, status, coalesce(budget_max, budget_min) AS budget FROM leads WHERE coalesce(budget_max, budget_min) IS NOT NULL)
            """;
    }

    /// <summary>SQLite is told which index to take only where there is one.</summary>
    [GeneratedRegex(@" INDEXED BY \w+")]
    private static partial Regex Hint { get; }
}
