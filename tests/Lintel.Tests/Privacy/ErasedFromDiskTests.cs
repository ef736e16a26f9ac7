using System.Text;
using Lintel.Tests.Running;
using Microsoft.Data.Sqlite;

namespace Lintel.Tests.Privacy;

/// <summary>What is erased is not only in no table: it is not in the file, wherever that is free, nor in the log beside it.</summary>
[OnlySqlite]
public sealed class ErasedFromDiskTests : OwnServer
{
    private const string Canary = "zqxvjkwq";

    [Fact]
    public async Task Of_erased_persons_no_byte_stays_on_disk_and_no_trigram_in_the_search()
    {
        var erased = new List<long>();
        for (var i = 0; i < 60; i++)
        {
            // Short ones and long ones, which lie in the file differently, among others who stay.
            var id = await Person(i % 3 == 0 ? "somebody" : Canary, i, times: i % 4 == 0 ? 200 : 2);
            erased.AddRange(i % 3 == 0 ? [] : [id]);
        }

        await Index();
        Assert.True(await IsOnDisk());
        Assert.NotEqual(0, await Trigrams());

        foreach (var id in erased)
        {
            await Http.PostJson($"/leads/{id}/erase");
        }

        await Index();

        Assert.Equal(0, await Trigrams());
        Assert.False(await IsOnDisk());
        Assert.Equal(20, (int)(await Http.GetJson("/leads?q=somebody"))["pagination"]["total"]!);
        Assert.Equal(0, (int)(await Http.GetJson($"/leads?q={Canary}"))["pagination"]["total"]!);
        Assert.Empty(await Lintel.Database.Damage());
    }

    [Fact]
    public async Task While_somebody_reads_from_before_nobody_waits_and_it_is_forgotten_once_they_are_done()
    {
        var id = await Person(Canary, 1, times: 2);
        await Index();
        await using (var reader = new SqliteConnection($"Data Source={Path.Combine(Lintel.Folder, "lintel.db")};Mode=ReadOnly;Pooling=False"))
        {
            await reader.OpenAsync(TestContext.Current.CancellationToken);
            await using var reading = reader.BeginTransaction(deferred: true);
            await using var read = new SqliteCommand("SELECT count(*) FROM leads", reader, reading);
            await read.ExecuteScalarAsync(TestContext.Current.CancellationToken);

            await Http.PostJson($"/leads/{id}/erase");
            var began = TimeProvider.System.GetTimestamp();
            for (var second = 0; second < 10; second++)
            {
                Lintel.Clock.Advance(TimeSpan.FromSeconds(1));
                await Person("somebody", 10 + second, times: 2);
            }

            // Whoever waits for a reader gives up after that.
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(15));
            Assert.Equal(1, await Lintel.Database.Count($"SELECT count(*) FROM lead_search_pending WHERE lead_id = {id}"));
        }

        await Index();
        Assert.False(await IsOnDisk());
    }

    private async Task<long> Person(string word, int number, int times)
    {
        var words = $"{word}{number} asked for two rooms with a view of the harbour, not too high up. ";
        var id = await Lintel.Lead(
            ("name", $"{word}{number}"), ("phone", $"{91_000_000 + number}"), ("email", $"{word}{number}@example.com"), ("instagram_handle", $"{word}{number}"),
            ("original_message", string.Concat(Enumerable.Repeat(words, Math.Min(times, 50)))), ("notes", words), ("tags", new[] { word }), ("source_post_id", word));
        await Lintel.Interaction(id, ("message", string.Concat(Enumerable.Repeat(words, times / 2))), ("subject", word), ("outcome", word));
        await Http.PostJson($"/leads/{id}/follow-ups", new { due_at = "2026-12-01T00:00:00Z", note = words }, ("Idempotency-Key", $"k{number}"));
        return id;
    }

    /// <summary>Lets the program do what it does once a second, until all is done.</summary>
    private async Task Index()
    {
        while (await Lintel.Database.Count("SELECT count(*) FROM lead_search_pending") > 0)
        {
            Lintel.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private Task<long> Trigrams() => Lintel.Database.Count("SELECT count(*) FROM lead_search_terms WHERE term IN ('zqx', 'qxv', 'xvj', 'vjk', 'jkw', 'kwq')");

    private async Task<bool> IsOnDisk()
    {
        var isThere = false;
        foreach (var file in Directory.EnumerateFiles(Lintel.Folder, "lintel.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[open.Length];
            await open.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            isThere |= bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) >= 0;
        }

        return isThere;
    }
}
