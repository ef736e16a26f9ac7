using System.Globalization;
using System.Text;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Leads;

/// <summary>
/// The SQL of a list of leads. There are two ways to a page: walk an index that has the wanted order and pass over what does not match, or
/// find what matches and sort it. The first is quick when much matches, the second when little does; how much does is known from the total.
/// A plus before a column keeps SQLite from using an index for it, and is not said to PostgreSQL, which goes by its statistics.
/// </summary>
public sealed class LeadSql(LeadFilter filter, LeadOrder order)
{
    /// <summary>Up to so many matching leads are sorted; the walk passes over at most (leads ÷ this) × the page.</summary>
    private const int FewEnoughToSort = 2_000;

    // From here on, a page first finds its ids and only then reads rows: those before it would be read for nothing.
    private const int FarEnoughToSkipRows = 200;

    private const string InAreas = "area IN (SELECT value FROM each(@areas))";

    private const string HasTag = "tag = @tag";

    private readonly List<Arg> _args = [];

    public Arg[] Args => [.. _args];

    private Arg AreasArg => ("areas", filter.Areas.Select(PlainText.LowerAscii));

    private Arg TagArg => ("tag", PlainText.LowerAscii(filter.Tag!));

    /// <summary>How many match, by the quickest way that tells.</summary>
    public string Total(TextSearch? search) => filter.IsCounted ? CountFromCounts()
        : filter.IsCountedByScore ? CountFromScores()
        : filter.IsCountedByType ? CountFromTypes()
        : filter.IsCountedByDay ? CountFromDays()
        : filter.IsListed ? CountFromList()
        : filter.IsSearchAlone && search?.Count is { } found ? CountFound(found, search)
        : Count(search);

    /// <summary>How many match, from the counts kept by status, priority, agent and source.</summary>
    private string CountFromCounts()
    {
        var where = new StringBuilder("agency_id = @agency");
        Counted(where, "", "nullif(agent_id, 0)");
        return $"SELECT coalesce(sum(leads), 0) FROM lead_counts WHERE {where}";
    }

    /// <summary>How many match, from the counts kept by status and score.</summary>
    private string CountFromScores()
    {
        var where = new StringBuilder("agency_id = @agency");
        In(where, "status", filter.Statuses.Select(status => (int)status));
        Add(where, filter.MinScore, "score >= @min", "min");
        Add(where, filter.MaxScore, "score <= @max", "max");
        return $"SELECT coalesce(sum(leads), 0) FROM lead_scores WHERE {where}";
    }

    /// <summary>How many match, from the counts kept by property type and score.</summary>
    private string CountFromTypes()
    {
        var where = new StringBuilder("agency_id = @agency");
        Add(where, filter.PropertyType, "property_type = @type", "type");
        Add(where, filter.MinScore, "score >= @min", "min");
        Add(where, filter.MaxScore, "score <= @max", "max");
        return $"SELECT coalesce(sum(leads), 0) FROM type_scores WHERE {where}";
    }

    /// <summary>
    /// How many match, from the counts kept by the day of UTC on which leads were made; of the days at both ends of the time asked for, leads are
    /// counted.
    /// </summary>
    private string CountFromDays()
    {
        var (history, kept) = (new StringBuilder(), new StringBuilder());
        History(history, "");
        if (filter.Reached is not null)
        {
            kept.Append(" AND furthest_status >= @reached");
        }

        if (filter.Answered is { } answered)
        {
            kept.Append(answered ? " AND response_range > 0" : " AND response_range = 0");
        }

        Add(kept, filter.MinResponse is { } min ? ResponseRanges.From(min) : null, "response_range >= @min_range", "min_range");
        Add(kept, filter.MaxResponse is { } max ? ResponseRanges.From(max) : null, "response_range > 0 AND response_range < @max_range", "max_range");
        var from = filter.CreatedFrom ?? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
        var until = filter.CreatedTo?.AddMilliseconds(1) ?? WholeSpans.Never;
        var (whole, ends) = WholeSpans.Within(from, until, WholeSpans.Day);
        _args.AddRange([("from", from), ("whole", whole), ("ends", ends), ("until", until)]);
        return $"""
            SELECT coalesce(sum(leads), 0) FROM (
                SELECT leads FROM {(filter.Reached is null ? "response_days" : "lead_days")}
                WHERE agency_id = @agency AND day >= @whole / 86400000 AND day < @ends / 86400000{kept}
                UNION ALL
                SELECT count(*) FROM leads l WHERE l.agency_id = @agency AND l.created_at >= @from AND l.created_at < @whole{history}
                UNION ALL
                SELECT count(*) FROM leads l WHERE l.agency_id = @agency AND l.created_at >= @ends AND l.created_at < @until{history}
            ) counted
            """;
    }

    /// <summary>How many have an area or a tag, from the list of those that have.</summary>
    private string CountFromList()
    {
        var areas = filter.Areas.Count > 0;
        _args.Add(areas ? AreasArg : TagArg);
        return $"SELECT count(DISTINCT lead_id) FROM {(areas ? "lead_areas" : "lead_tags")} WHERE agency_id = @agency AND {(areas ? InAreas : HasTag)}";
    }

    /// <summary>How many a search finds, counted where it finds them.</summary>
    private string CountFound(string statement, TextSearch search)
    {
        _args.AddRange(search.Args);
        return statement;
    }

    /// <summary>How many match, counted.</summary>
    public string Count(TextSearch? search)
    {
        var where = new StringBuilder("l.agency_id = @agency");
        Counted(where, "l.", "l.assigned_agent_id");
        Rest(where, "");
        if (search is not null)
        {
            where.Append(Condition(search, search.Found));
        }

        return $"SELECT count(*) FROM leads l WHERE {where}";
    }

    /// <summary>The wanted page of what matches.</summary>
    public string Page(TextSearch? search, long total, Paging paging)
    {
        var sorts = total <= FewEnoughToSort;
        var where = new StringBuilder("l.agency_id = @agency");
        var free = sorts || (order.IsDefault && filter.Statuses.Count <= 1 && filter.Sources.Count <= 1);
        Counted(where, free ? "l." : "+l.", free ? "l.assigned_agent_id" : "+l.assigned_agent_id");
        Rest(where, sorts ? "" : "+");
        if (search is not null)
        {
            where.Append(Condition(search, sorts ? search.Found : search.Holds));
        }

        _args.Add(("take", paging.PerPage));
        _args.Add(("skip", paging.Offset));
        if (sorts)
        {
            // Told that all of them are wanted first, no database walks an index through all leads for a few.
            return $"""
                WITH found AS MATERIALIZED (SELECT l.* FROM leads l WHERE {where})
                SELECT {LeadView.Columns} FROM found l ORDER BY {Sorted} LIMIT @take OFFSET @skip
                """;
        }

        var page = $"FROM leads l {(order.IsDefault ? "" : InOrder())} WHERE {where} ORDER BY {Sorted} LIMIT @take OFFSET @skip";
        return paging.Offset < FarEnoughToSkipRows
            ? $"SELECT {LeadView.Columns} {page}"
            : $"SELECT {LeadView.Columns} FROM (SELECT l.id {page}) page JOIN leads l ON l.agency_id = @agency AND l.id = page.id ORDER BY {Sorted}";
    }

    /// <summary>The index that has the order asked for. Named, because without statistics SQLite takes any that begins with the agency, and sorts all leads.</summary>
    private string InOrder() => order.Terms[0].Column switch
    {
        "score" => "INDEXED BY ix_leads_agency_id_score_created_at",
        "updated_at" => "INDEXED BY ix_leads_agency_id_updated_at",
        "last_contact_at" => "INDEXED BY ix_leads_agency_id_last_contact_at",
        "next_follow_up_at" => "INDEXED BY ix_leads_agency_id_next_follow_up_at",
        "name" => "INDEXED BY ix_leads_agency_id_name",
        "created_at" => "INDEXED BY ix_leads_window",
        _ => "",
    };

    private string Sorted => Sorting.Sql<LeadOrder>(order.Terms, "l.");

    private void Counted(StringBuilder where, string prefix, string agent)
    {
        In(where, $"{prefix}status", filter.Statuses.Select(status => (int)status));
        In(where, $"{prefix}priority", filter.Priorities.Select(priority => (int)priority));
        if (filter.AgentId is { } agentId)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND {agent} = @agent");
            _args.Add(("agent", agentId));
        }

        if (filter.Unassigned is { } unassigned)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND {agent} IS {(unassigned ? "" : "NOT ")}NULL");
        }

        if (filter.Sources.Count > 0)
        {
            var names = filter.Sources.Select((source, i) =>
            {
                _args.Add(($"source{i}", source));
                return $"@source{i}";
            });
            where.Append(CultureInfo.InvariantCulture, $" AND {prefix}source IN ({string.Join(", ", names)})");
        }
    }

    private void Rest(StringBuilder where, string plus)
    {
        Add(where, filter.PropertyType, $"{plus}l.property_type = @type", "type");
        Add(where, filter.MinScore, $"{plus}l.score >= @min", "min");
        Add(where, filter.MaxScore, $"{plus}l.score <= @max", "max");
        Add(where, filter.CreatedFrom, $"{plus}l.created_at >= @from", "from");
        Add(where, filter.CreatedTo, $"{plus}l.created_at <= @to", "to");
        if (filter.Ids.Count > 0)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND l.id IN ({string.Join(", ", filter.Ids)})");
        }

        History(where, plus);
        Add(where, filter.ConvertedFrom, $"{plus}l.converted_at >= @converted_from", "converted_from");
        Add(where, filter.ConvertedTo, $"{plus}l.converted_at <= @converted_to", "converted_to");
        if (filter.PropertyId is { } property)
        {
            Add(where, property, Listed("lead_interests", "reference IN (SELECT source_id FROM properties WHERE agency_id = @agency AND id = @property UNION ALL SELECT @property_text)", plus), "property");
            _args.Add(("property_text", property.ToString(CultureInfo.InvariantCulture)));
        }

        if (filter.Areas.Count > 0)
        {
            where.Append(" AND ").Append(Listed("lead_areas", InAreas, plus));
            _args.Add(AreasArg);
        }

        if (filter.Tag is not null)
        {
            where.Append(" AND ").Append(Listed("lead_tags", HasTag, plus));
            _args.Add(TagArg);
        }
    }

    /// <summary>How far leads came, and how soon they were answered.</summary>
    private void History(StringBuilder where, string plus)
    {
        Add(where, (int?)filter.Reached, $"{plus}l.furthest_status >= @reached", "reached");
        Add(where, filter.MinResponse, $"{plus}l.response_seconds >= @min_response", "min_response");
        Add(where, filter.MaxResponse, $"{plus}l.response_seconds < @max_response", "max_response");
        if (filter.Answered is { } answered)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND {plus}l.response_seconds IS {(answered ? "NOT " : "")}NULL");
        }
    }

    /// <summary>That a lead has a value in one of its lists: looked up from the value, or from the lead.</summary>
    private static string Listed(string table, string condition, string plus) => plus.Length == 0
        ? $"l.id IN (SELECT lead_id FROM {table} WHERE agency_id = @agency AND {condition})"
        : $"EXISTS (SELECT 1 FROM {table} WHERE agency_id = @agency AND {condition} AND lead_id = l.id)";

    private string Condition(TextSearch search, string condition)
    {
        _args.AddRange(search.Args);
        return $" AND {condition}";
    }

    private void Add(StringBuilder where, object? value, string condition, string arg)
    {
        if (value is not null)
        {
            where.Append(" AND ").Append(condition);
            _args.Add((arg, value));
        }
    }

    private static void In(StringBuilder where, string column, IEnumerable<int> values)
    {
        var list = string.Join(", ", values);
        if (list.Length > 0)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND {column} IN ({list})");
        }
    }
}
