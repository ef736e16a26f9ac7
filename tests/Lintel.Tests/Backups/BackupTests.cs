using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Lintel.Backups;
using Lintel.Data;
using Lintel.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lintel.Tests.Backups;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly LintelServer _lintel = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-backup-").FullName;

    private string Data => _lintel.Service<Settings>().Data;

    private string Backup => Path.Combine(_folder, "all.zip");

    private string Restored => Path.Combine(_folder, "restored");

    [Fact]
    public async Task A_backup_that_is_made_under_load_has_all_that_was_acknowledged_and_nothing_by_halves()
    {
        await _lintel.Agent(maxLeads: 1000);
        var traffic = new Traffic();
        using var stop = new CancellationTokenSource();
        var running = traffic.Run(_lintel.Http.BaseAddress!, 4, stop.Token);
        await traffic.Reaches(50, running);
        var before = traffic.Now();

        var (code, said, error) = await LintelProgram.Run(Data, _lintel.Database.ConnectionString, ["backup", Backup]);

        await stop.CancelAsync();
        await running;
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith($"{Backup} holds ", said, StringComparison.Ordinal);
        Assert.Empty(traffic.Odd);
        Assert.True(traffic.Writes > before.Sum(person => person.Messages + person.Notes), "Nobody wrote while the backup was made.");
        await using var database = await TestDatabase.Place(Restored);
        await Restore(Restored, database, Backup);
        Assert.Empty(await traffic.Wrong(database, before));
        await Recount.IsRight(database);
    }

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up_whole()
    {
        var lead = await _lintel.Lead(new { name = "陳大文 \"O'Neil\" \\ tab\t", phone = "91234567", tags = new[] { "vip", "中環" } });
        await _lintel.Interaction(lead, ("message", "line one\nline two \\. \u0001"));
        var data = Data;
        await _lintel.Stop();
        await _lintel.Database.Settle();
        Directory.CreateDirectory(Path.Combine(data, "attachments", "1"));
        await File.WriteAllBytesAsync(Path.Combine(data, "attachments", "1", "floor plan.pdf"), [0, 1, 2, 255], TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(data, "backups"));
        await File.WriteAllTextAsync(Path.Combine(data, "backups", "of-another-day.zip"), "not in it", TestContext.Current.CancellationToken);
        await Make(data, _lintel.Database, Backup);

        await using var database = await TestDatabase.Place(Restored);
        await Restore(Restored, database, Backup);

        Assert.Equal(await Everything(_lintel.Database), await Everything(database));
        Assert.Equal(await _lintel.Database.Schema(), await database.Schema());
        Assert.Equal([0, 1, 2, 255], await File.ReadAllBytesAsync(Path.Combine(Restored, "attachments", "1", "floor plan.pdf"), TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(Restored, "backups")));

        // It goes on where it was: the next id, the next write.
        await using var again = new LintelServer { Set = settings => settings with { Data = Restored, Database = database.ConnectionString } };
        await again.InitializeAsync();
        Assert.Equal(lead + 1, await again.Lead(new { name = "Next" }));
        Assert.Equal(lead, (long)(await again.Http.GetJson("/leads?q=大文"))["leads"][0]!["id"]!);
    }

    [Fact]
    public async Task What_is_there_is_kept_unless_it_may_go()
    {
        await _lintel.Lead(new { name = "Old" });
        await Make(Data, _lintel.Database, Backup);
        await _lintel.Lead(new { name = "New" });
        await _lintel.Database.Settle();
        var before = await _lintel.Database.Content("leads");

        var refused = await IsRefused(Restore(Data, _lintel.Database, Backup));
        Assert.StartsWith("there is a database already", refused, StringComparison.Ordinal);
        Assert.EndsWith("--force puts the backup in its place", refused, StringComparison.Ordinal);
        Assert.EndsWith("stop lintel first", await IsRefused(Restore(Data, _lintel.Database, Backup, replace: true)), StringComparison.Ordinal);
        Assert.Equal(before, await _lintel.Database.Content("leads"));

        var data = Data;
        await _lintel.Stop();
        await Restore(data, _lintel.Database, Backup, replace: true);
        Assert.Equal([["Old"]], await _lintel.Database.Rows("SELECT name FROM leads"));
        Assert.Empty(Directory.GetDirectories(data, ".lintel-*"));
    }

    [Fact]
    public async Task Whoever_was_erased_after_a_backup_was_made_is_erased_from_it_again()
    {
        var lead = await _lintel.Lead(new { name = "Forget Me", phone = "91234567" });
        var other = await _lintel.Lead(new { name = "Somebody" });
        await Make(Data, _lintel.Database, Backup);
        await _lintel.Http.PostJson($"/leads/{lead}/erase");

        var data = Data;
        await _lintel.Stop();
        await Restore(data, _lintel.Database, Backup, replace: true);

        Assert.Equal([[lead, null], [other, "Somebody"]], await _lintel.Database.Rows("SELECT id, name FROM leads ORDER BY id"));
        Assert.Equal([[lead]], await _lintel.Database.Rows("SELECT lead_id FROM erasures"));
        Assert.Empty(await _lintel.Database.Rows("SELECT * FROM lead_identities"));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_wherever_the_damage_is_and_nothing_is_changed()
    {
        await _lintel.Lead(new { name = "Somebody" });
        await Make(Data, _lintel.Database, Backup);
        var whole = await File.ReadAllBytesAsync(Backup, TestContext.Current.CancellationToken);
        var length = whole.Length;
        await using var database = await TestDatabase.Place(Restored);

        foreach (var damaged in new[] { [], whole[..100], whole[..(length / 2)], whole[..(length - 1)], Changed(whole, whole.AsSpan().IndexOf("database"u8) + 500), Changed(whole, whole.AsSpan().IndexOf("manifest.json"u8) + 50) })
        {
            await File.WriteAllBytesAsync(Backup, damaged, TestContext.Current.CancellationToken);

            Assert.StartsWith($"{Backup} is", await IsRefused(Restore(Restored, database, Backup)), StringComparison.Ordinal);
            Assert.True(!Directory.Exists(Restored) || Directory.GetFileSystemEntries(Restored).Length == 0);
        }
    }

    [Theory]
    [InlineData("\"schema\": [", "\"schema\": [\"29991231235959_Future\",", "was made by a newer lintel")]
    [InlineData("\"database\": \"", "\"database\": \"Another ", "is a backup of Another ")]
    [InlineData("\"leads\": 0", "\"leads\": 7", "0 rows of leads, not 7")]
    [InlineData("\"name\": \"database\"", "\"name\": \"../../database\"", "is damaged")]
    [InlineData("{", "", "is not a backup of lintel")]
    public async Task A_backup_of_another_version_or_kind_or_that_says_what_is_not_so_is_refused(string text, string instead, string because)
    {
        await Make(Data, _lintel.Database, Backup);
        await using (var zip = await ZipFile.OpenAsync(Backup, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            var entry = zip.GetEntry("manifest.json")!;
            string manifest;
            using (var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken)))
            {
                manifest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            }

            entry.Delete();
            var changed = Encoding.UTF8.GetBytes(manifest.Replace(text, instead, StringComparison.Ordinal));
            zip.Comment = Convert.ToHexStringLower(SHA256.HashData(changed));
            await using var writer = await zip.CreateEntry("manifest.json").OpenAsync(TestContext.Current.CancellationToken);
            await writer.WriteAsync(changed, TestContext.Current.CancellationToken);
        }

        await using var database = await TestDatabase.Place(Restored);
        Assert.Contains(because, await IsRefused(Restore(Restored, database, Backup)), StringComparison.Ordinal);
        Assert.True(!Directory.Exists(Restored) || Directory.GetFileSystemEntries(Restored).Length == 0);
    }

    [Fact]
    public async Task A_place_without_a_database_makes_no_backup_and_no_file()
    {
        await using var nothing = await TestDatabase.Place(_folder);

        var (code, _, error) = await LintelProgram.Run(_folder, nothing.ConnectionString, ["backup", Backup]);

        Assert.Equal((1, 1), (code, error.Count(letter => letter == '\n')));
        Assert.StartsWith("lintel: ", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    public ValueTask InitializeAsync() => _lintel.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _lintel.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task Make(string data, TestDatabase database, string file)
    {
        var settings = In(data, database);
        await using var store = Open(settings);
        await new MakeBackup(store, settings, TimeProvider.System).Run(file, TestContext.Current.CancellationToken);
    }

    private static async Task Restore(string data, TestDatabase database, string file, bool replace = false)
    {
        var settings = In(data, database);
        await using var store = Open(settings);
        await new RestoreBackup(store, settings).Run(file, replace, TestContext.Current.CancellationToken);
    }

    /// <returns>The line that says why not.</returns>
    private static async Task<string> IsRefused(Task restore)
    {
        var message = (await Assert.ThrowsAsync<CopyException>(() => restore)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static Settings In(string data, TestDatabase database) => new() { Urls = "", Data = data, Database = database.ConnectionString };

    private static Store Open(Settings settings) => Server.Open(settings, TimeProvider.System, NullLoggerFactory.Instance);

    private static async Task<List<string>> Everything(TestDatabase database)
    {
        var rows = new List<string>();
        foreach (var table in (await database.Tables()).Where(table => !table.StartsWith("qrtz_", StringComparison.Ordinal)))
        {
            rows.AddRange((await database.Content(table)).Select(row => $"{table}: {row}"));
        }

        return rows;
    }

    private static byte[] Changed(byte[] whole, int at)
    {
        var changed = (byte[])whole.Clone();
        changed[at] ^= 0x40;
        return changed;
    }
}
