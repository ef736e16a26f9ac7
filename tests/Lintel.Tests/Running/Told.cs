using System.Text.Json.Nodes;

namespace Lintel.Tests.Running;

/// <summary>What was announced against what there is.</summary>
internal static class Told
{
    /// <summary>Lets what a dead process had taken be taken again at once, and waits until everything has been delivered.</summary>
    public static async Task All(TestDatabase database)
    {
        await database.Execute("UPDATE outbox SET next_try_at = 0 WHERE delivered_at IS NULL");
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await database.Count("SELECT count(*) FROM outbox WHERE delivered_at IS NULL") > 0)
        {
            await often.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>All events there are from one on, in the order of their ids.</summary>
    public static Task<IEnumerable<long>> Events(TestDatabase database, long first) => Numbers(database, $"SELECT id FROM outbox WHERE id >= {first}");

    /// <summary>Every lead, message and note was announced once, and nothing that is not there.</summary>
    public static async Task IsWhatHappened(TestDatabase database)
    {
        var told = await database.Rows("SELECT type, lead_id, data FROM outbox");
        Assert.Equal(await Numbers(database, "SELECT id FROM leads"), Of("lead.created", row => Convert.ToInt64(row[1])));
        Assert.Equal(
            await Numbers(database, "SELECT id FROM interactions WHERE type < 6"),
            Of("interaction.created", row => (long)JsonNode.Parse((string)row[2]!)!["interaction_id"]!));

        Assert.Equal(
            await Numbers(database, "SELECT l.id FROM leads l JOIN audit_entries a ON a.agency_id = l.agency_id AND a.entity = 'lead' AND a.entity_id = l.id AND a.\"after\" LIKE '%\"notes\"%'"),
            Of("lead.updated", row => Convert.ToInt64(row[1])));

        IEnumerable<long> Of(string type, Func<object?[], long> id) => told.Where(row => (string)row[0]! == type).Select(id).Order();
    }

    private static async Task<IEnumerable<long>> Numbers(TestDatabase database, string sql) => (await database.Rows(sql)).Select(row => Convert.ToInt64(row[0])).Order();
}
