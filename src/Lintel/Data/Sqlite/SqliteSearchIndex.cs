namespace Lintel.Data.Sqlite;

/// <summary>Brings the search index up to date with the leads that changed, many at a time.</summary>
public static class SqliteSearchIndex
{
    // A thousand leads take some 50 ms, which the writers behind them wait for.
    private const string Batch = "(SELECT agency_id, lead_id FROM lead_search_pending ORDER BY agency_id, lead_id LIMIT 1000)";

    private static readonly string[] Steps =
    [
        $"DELETE FROM lead_search WHERE rowid IN (SELECT agency_id * 1099511627776 + lead_id FROM {Batch})",
        $"INSERT INTO lead_search (rowid, text) SELECT search_id, text || char(10, 10) FROM {Batch} JOIN lead_search_texts USING (agency_id, lead_id)",
        $"DELETE FROM lead_search_pending WHERE (agency_id, lead_id) IN {Batch}",
    ];

    /// <summary>So many pages of the index are merged at a time; all at once would hold the writers up.</summary>
    private const string Merge = "INSERT INTO lead_search (lead_search, rank) VALUES ('merge', 100)";

    // What is deleted from the index is only marked so, and stays where it was until that is merged with all else.
    private const string MergeAll = "INSERT INTO lead_search (lead_search, rank) VALUES ('merge', -1000)";

    private const string Erased = "(SELECT agency_id, lead_id FROM lead_search_pending JOIN erasures USING (agency_id, lead_id))";

    private const string RemoveErased = $"DELETE FROM lead_search WHERE rowid IN (SELECT agency_id * 1099511627776 + lead_id FROM {Erased})";

    private const string ForgetErased = $"""
        DELETE FROM lead_search_pending
        WHERE (agency_id, lead_id) IN {Erased} AND NOT EXISTS (SELECT 1 FROM lead_search WHERE rowid = agency_id * 1099511627776 + lead_id)
        """;

    /// <summary>
    /// Indexes what waits, up to a batch; within the transaction that is open. While an erased person's text is in the index, the index is merged, a
    /// piece each time, and nothing else: with new parts it would not come to an end.
    /// </summary>
    /// <returns>Whether there is nothing more of erased persons in the index, and it is time for <see cref="EmptyLog"/>.</returns>
    public static bool Update(SqliteSession session)
    {
        if (Ask(session, $"SELECT EXISTS {Erased}") != 0)
        {
            session.Execute(RemoveErased);
            var before = Ask(session, "SELECT total_changes()");
            session.Execute(MergeAll);

            // SQLite's sign that there was nothing to merge.
            return Ask(session, "SELECT total_changes()") - before < 2;
        }

        if (Ask(session, "SELECT EXISTS (SELECT 1 FROM lead_search_pending)") != 0)
        {
            foreach (var step in Steps)
            {
                session.Execute(step);
            }

            session.Execute(Merge);
        }

        return false;
    }

    /// <summary>
    /// Empties the log of changes, where the last of an erased person's text is; outside a transaction. When somebody still reads there, it is tried
    /// again after the next <see cref="Update"/>.
    /// </summary>
    public static void EmptyLog(SqliteSession session)
    {
        if (Ask(session, "PRAGMA wal_checkpoint(TRUNCATE)") == 0)
        {
            session.Execute(ForgetErased);
        }
    }

    private static long Ask(SqliteSession session, string sql)
    {
        var command = session.Take(sql);
        var answer = (long)command.ExecuteScalar()!;
        session.Return(command);
        return answer;
    }
}
