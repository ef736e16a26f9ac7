using Lintel.Data.Sqlite;

namespace Lintel.Tests.Demo;

/// <summary>The rows of a demo written again one by one, with every trigger at work: what they come to is what the demo must have come to.</summary>
internal static class Replayed
{
    private static readonly string[] Before = ["agencies", "agents", "properties"];
    private static readonly string[] Leads = ["leads", "lead_identities", "interactions", "follow_ups", "lead_status_changes", "lead_assignments"];

    private static readonly string[] Searches = ["Taikoo", "太古城", "budget", "example.com", "852", "wong", "預算三", "sq-6", "nobody says this"];

    public static async Task IsWhatTriggersComeTo(DemoDatabase demo)
    {
        await using var replayed = new DemoDatabase();
        replayed.Execute($"""
            ATTACH '{demo.Store.File}' AS demo;
            DELETE FROM agencies;
            {string.Concat(Before.Select(Copy))}
            UPDATE agents SET open_leads = 0, total_leads = 0, converted_leads = 0, answered_leads = 0, response_seconds = 0;
            {string.Concat(Leads.Select(Copy))}
            """);
        Index(replayed);

        Assert.Equal(demo.Tables(), replayed.Tables());
        foreach (var table in demo.Tables())
        {
            Assert.Equal(replayed.Content(table), demo.Content(table));
        }

        Assert.Equal(0, demo.Count("SELECT count(*) FROM lead_search_pending"));
        foreach (var search in Searches)
        {
            var sql = $"SELECT rowid FROM lead_search WHERE lead_search MATCH '\"{search}\"' ORDER BY rowid";
            Assert.Equal(replayed.Rows(sql).Select(row => row[0]), demo.Rows(sql).Select(row => row[0]));
        }

        Assert.Equal(replayed.Rows("SELECT * FROM lead_search_terms ORDER BY term"), demo.Rows("SELECT * FROM lead_search_terms ORDER BY term"));
    }

    private static string Copy(string table) => $"INSERT INTO {table} SELECT * FROM demo.{table} ORDER BY rowid;\n";

    private static void Index(DemoDatabase database)
    {
        using var session = database.Store.OpenForWriting();
        do
        {
            SqliteSearchIndex.Update(session);
        }
        while (database.Count("SELECT count(*) FROM lead_search_pending") > 0);
    }
}
