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

    /// <summary>Indexes what waits, up to a batch; within the transaction that is open.</summary>
    public static void Update(SqliteSession session)
    {
        var any = session.Take("SELECT EXISTS (SELECT 1 FROM lead_search_pending)");
        var waits = (long)any.ExecuteScalar()! != 0;
        session.Return(any);
        if (waits)
        {
            foreach (var step in Steps)
            {
                session.Execute(step);
            }

            session.Execute(Merge);
        }
    }
}
