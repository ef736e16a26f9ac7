using Lintel.Tests.Running;

namespace Lintel.Tests.Demo;

/// <summary>The rows of a demo written again one by one, with every trigger at work: what they come to is what the demo must have come to.</summary>
internal static class Replayed
{
    private const string Places = "named_places";
    private static readonly string[] Before = ["agencies", "agents", "properties"];
    private static readonly string[] Leads = ["leads", "lead_identities", "interactions", "follow_ups", "lead_status_changes", "lead_assignments"];

    private static readonly string[] Searches = ["Taikoo", "太古城", "budget", "example.com", "852", "wong", "預算三", "sq-6", "nobody says this"];

    public static async Task IsWhatTriggersComeTo(DemoDatabase demo)
    {
        await using var replay = await DemoDatabase.Empty();
        var (made, replayed) = (demo.Database, replay.Database);
        await replayed.Execute("DELETE FROM agencies");
        await replayed.CopyFrom(made, Before);
        await replayed.Execute("UPDATE agents SET open_leads = 0, total_leads = 0, converted_leads = 0, answered_leads = 0, response_seconds = 0");
        await replayed.CopyFrom(made, Leads);
        await replayed.Settle();

        Assert.Equal(await made.Tables(), await replayed.Tables());
        // What is made up did not happen, and so is not announced.
        foreach (var table in (await made.Tables()).Except(["outbox", Places]))
        {
            Assert.Equal(await replayed.Content(table), await made.Content(table));
        }

        // Their ids only tell which came first, and here all agencies' rows came in turn.
        Assert.Equal(await Named(replayed), await Named(made));

        if (!TestDatabase.IsPostgres)
        {
            await IsIndexedTheSame(made, replayed);
        }
    }

    private static async Task<IEnumerable<string>> Named(TestDatabase database) =>
        (await database.Rows($"SELECT agency_id, name, area FROM {Places}")).Select(row => string.Join('|', row)).Order(StringComparer.Ordinal);

    /// <summary>SQLite's search index is no table that could be compared.</summary>
    private static async Task IsIndexedTheSame(TestDatabase made, TestDatabase replayed)
    {
        Assert.Equal(0, await made.Count("SELECT count(*) FROM lead_search_pending"));
        foreach (var search in Searches)
        {
            var sql = $"SELECT rowid FROM lead_search WHERE lead_search MATCH '\"{search}\"' ORDER BY rowid";
            Assert.Equal(await replayed.Rows(sql), await made.Rows(sql));
        }

        Assert.Equal(await replayed.Rows("SELECT * FROM lead_search_terms ORDER BY term"), await made.Rows("SELECT * FROM lead_search_terms ORDER BY term"));
    }
}
