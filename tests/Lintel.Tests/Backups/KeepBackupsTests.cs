using Lintel.Backups;
using Lintel.Tests.Running;
using Microsoft.Extensions.Configuration;

namespace Lintel.Tests.Backups;

public sealed class KeepBackupsTests
{
    [Fact]
    public async Task Every_day_has_one_backup_and_the_oldest_go()
    {
        await using var lintel = new LintelServer { Set = settings => settings with { BackupsKept = 2 } };
        await lintel.InitializeAsync();
        var folder = Path.Combine(lintel.Service<Settings>().Data, "backups");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "lintel-before-the-move.zip"), "an operator's", TestContext.Current.CancellationToken);

        foreach (var days in (int[])[0, 0, 1, 1])
        {
            lintel.Clock.Advance(TimeSpan.FromDays(days));
            await lintel.Service<KeepBackups>().Run(TestContext.Current.CancellationToken);
            await lintel.Service<KeepBackups>().Run(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            ["lintel-2026-11-24.zip", "lintel-2026-11-25.zip", "lintel-before-the-move.zip"],
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(2, Directory.GetFiles(folder, "lintel-2026*").Select(file => new FileInfo(file).Length).Count(length => length > 1000));
    }

    [Fact]
    public async Task Without_the_setting_there_is_none()
    {
        await using var lintel = new LintelServer();
        await lintel.InitializeAsync();

        await lintel.Service<KeepBackups>().Run(TestContext.Current.CancellationToken);

        Assert.False(Directory.Exists(Path.Combine(lintel.Service<Settings>().Data, "backups")));
    }

    [Theory]
    [InlineData("daily:14", 14)]
    [InlineData("", null)]
    public void The_setting_says_how_many(string text, int? kept) => Assert.Equal(kept, Read(text).BackupsKept);

    [Theory]
    [InlineData("daily")]
    [InlineData("daily:0")]
    [InlineData("daily:-1")]
    [InlineData("hourly:3")]
    [InlineData("daily:many")]
    public void A_wrong_setting_is_named(string text) =>
        Assert.StartsWith("LINTEL_BACKUP must be", Assert.Throws<SettingsException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Settings Read(string text) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("LINTEL_BACKUP", text)]).Build());
}
