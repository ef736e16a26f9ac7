using Lintel.Tests.Running;

namespace Lintel.Tests.Durability;

/// <summary>What cannot be worked with stops the start with one line that says what, and is left as it was.</summary>
public sealed class BadStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-start-").FullName;

    private string File => Path.Combine(_folder, "lintel.db");

    [Theory]
    [InlineData("mysql://somebody@host/name", "lintel: DATABASE_URL must begin with postgres://")]
    [InlineData("postgres://somebody:secret@127.0.0.1:1/crm", "lintel: the database of DATABASE_URL cannot be used: ")]
    [InlineData("nonsense", "lintel: DATABASE_URL must be postgres://")]
    [OnlySqlite]
    public async Task A_wrong_address(string address, string because)
    {
        await Refuses(address, because);

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact, OnlySqlite]
    public async Task A_file_of_another_program()
    {
        await using var other = await TestDatabase.Place(_folder);
        await other.Execute("CREATE TABLE invoices (id INTEGER); INSERT INTO invoices VALUES (7)");
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);

        await Refuses(null, $"lintel: {File} is not a database of lintel");

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));
        Assert.Equal([File], Directory.GetFileSystemEntries(_folder));
    }

    [Fact, OnlySqlite]
    public async Task A_file_that_is_no_database()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000), TestContext.Current.CancellationToken);

        await Refuses(null, $"lintel: {File} cannot be used: ");

        Assert.Equal(new string('x', 5000), await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
    }

    [Fact, OnlySqlite]
    public async Task A_folder_that_cannot_be()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "file"), "in the way", TestContext.Current.CancellationToken);

        await Refuses(null, "lintel: ", Path.Combine(_folder, "file", "data"));
    }

    [Fact]
    public async Task A_schema_of_a_newer_program()
    {
        await using var database = await TestDatabase.Make(_folder);
        await database.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Future', '99.0.0')");
        var before = await database.Schema();

        await Refuses(database.ConnectionString, "29991231235959_Future");

        Assert.Equal(before, await database.Schema());
    }

    [Fact, OnlyPostgres]
    public async Task An_old_schema_that_nobody_said_to_change()
    {
        await using var database = await TestDatabase.Place(_folder);

        await Refuses(database.ConnectionString, "run: lintel migrate");

        Assert.Empty(await database.Tables());
    }

    [Fact]
    public async Task Two_that_migrate_at_once_both_succeed_and_make_one_schema()
    {
        await using var database = await TestDatabase.Place(_folder);

        var ended = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LintelProgram.Run(_folder, database.ConnectionString, ["migrate"])));

        Assert.All(ended, one => Assert.Equal((0, ""), (one.Code, one.Error)));
        Assert.Equal([["1"]], (await database.Rows("SELECT count(*) FROM agencies")).Select(row => row.Select(value => $"{value}")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task Refuses(string? database, string because, string? data = null)
    {
        var (code, said, error) = await LintelProgram.Run(data ?? _folder, database, ["serve"]);

        Assert.Equal((1, "", 1), (code, said, error.Count(letter => letter == '\n')));
        Assert.Contains(because, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }
}
