using Lintel.Data;

namespace Lintel.Scoring;

/// <summary>How many of the open leads would get a higher score by each rule, if what it looks at became known or were done.</summary>
public static class CountGains
{
    private const string Sql = """
        SELECT count(*),
            count(*) FILTER (WHERE phone IS NULL), count(*) FILTER (WHERE email IS NULL), count(*) FILTER (WHERE name IS NULL),
            count(*) FILTER (WHERE whatsapp_number IS NULL), count(*) FILTER (WHERE original_message IS NULL OR length(original_message) <= @detailed),
            count(*) FILTER (WHERE budget_min IS NULL AND budget_max IS NULL), count(*) FILTER (WHERE preferred_areas = '[]'),
            count(*) FILTER (WHERE move_in_date IS NULL), count(*) FILTER (WHERE contacts < @contacts),
            count(*) FILTER (WHERE last_contact_at IS NULL OR last_contact_at < @day), count(*) FILTER (WHERE interested_properties = '[]')
        FROM leads WHERE agency_id = @agency AND status < 5
        """;

    // In the order of the query.
    private static readonly string[] Rules =
    [
        "phone", "email", "name", "whatsapp_number", "detailed_message", "budget", "preferred_areas", "move_in_date", "contacts", "last_contact", "properties",
    ];

    /// <returns>How many leads are open, and by the rule's name, how many of them would gain.</returns>
    public static ValueTask<(long Open, Dictionary<string, long> Gains)> Of(DateTime now, SqlReader sql, CancellationToken cancel) => sql.First(
        Sql,
        row => (row.Long(), Rules.ToDictionary(rule => rule, _ => row.Long())),
        cancel,
        ("detailed", LeadScore.DetailedMessage),
        ("contacts", LeadScore.MostForContacts / LeadScore.PerContact),
        ("day", now.AddDays(-1)));
}
