namespace Lintel.Privacy;

/// <summary>Where a lead's rows say who the person is.</summary>
/// <remarks>
/// Whoever adds such a column or table adds it here; a test that erases somebody and looks for them in every table there is says so. What was wanted
/// (budget, areas, properties) and when what happened stays: the figures are counted from it.
/// </remarks>
internal static class PersonalColumns
{
    /// <summary>By the names of the wire, what of a lead's fields says who the person is.</summary>
    public static readonly IReadOnlySet<string> OfLead = new HashSet<string>(StringComparer.Ordinal)
    {
        "name", "phone", "email", "instagram_handle", "whatsapp_number", "source_post_id", "original_message", "notes", "tags",
    };

    /// <summary>Statements that make the rows of lead <c>@id</c> say it no more; each answers with numbers, for the rows it changed.</summary>
    public static readonly IReadOnlyList<string> Forget =
    [
        // The score stays as it is, too: nothing is left to work it out from.
        """
        UPDATE leads SET name = NULL, phone = NULL, email = NULL, instagram_handle = NULL, whatsapp_number = NULL, source_post_id = NULL,
            original_message = NULL, notes = NULL, tags = '[]', understood = '{}', unanswered_since = NULL, score_fades_at = NULL,
            version = version + 1, updated_at = @now
        WHERE agency_id = @agency AND id = @id RETURNING id
        """,
        "DELETE FROM lead_identities WHERE agency_id = @agency AND lead_id = @id RETURNING lead_id",
        "DELETE FROM lead_mentions WHERE agency_id = @agency AND lead_id = @id RETURNING id",

        // What it was joined with is not taken apart again, nor what that was joined with before.
        """
        WITH RECURSIVE joined (id) AS (
            SELECT CAST(@id AS BIGINT)
            UNION
            SELECT m.merged_lead_id FROM lead_merges m JOIN joined ON m.lead_id = joined.id WHERE m.agency_id = @agency
        )
        DELETE FROM lead_merges WHERE agency_id = @agency AND lead_id IN (SELECT id FROM joined) RETURNING id
        """,

        // What the system noted names agents and rules, and nobody else.
        """
        UPDATE interactions SET subject = NULL, message = NULL, attachments = '[]', next_action = NULL, outcome = CASE WHEN outcome = @viewing THEN outcome END
        WHERE agency_id = @agency AND lead_id = @id AND type < 6 RETURNING id
        """,
        // That they agreed or not, and when, stays.
        "UPDATE consents SET evidence = NULL WHERE agency_id = @agency AND lead_id = @id RETURNING id",

        "UPDATE follow_ups SET note = NULL WHERE agency_id = @agency AND lead_id = @id RETURNING id",
    ];
}
