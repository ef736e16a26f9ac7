using Lintel.Data.Postgres;
using Lintel.Data.Sqlite;
using Lintel.Demo;
using Lintel.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lintel.Tests.Data.Postgres;

[OnlyPostgres]
public sealed class MoveTests : IAsyncLifetime
{
    private static readonly string[] Answers =
    [
        "/leads?per_page=100", "/leads?q=wong&per_page=100", "/agents", "/properties?per_page=100", "/leads/7/interactions", "/leads/7/history", "/follow-ups?per_page=100",
        "/analytics/dashboard?days=365", "/agents/2/performance?days=365",
    ];

    // Kept by the database itself, from the rest.
    private static readonly string[] Derived =
        [
            "agent_days", "agent_leads", "interaction_days", "interest_weeks", "lead_areas", "lead_counts", "lead_days", "lead_interests", "lead_quarters", "lead_scores", "lead_search", "lead_tags",
            "named_places", "response_days", "source_days", "status_budgets", "type_scores",
        ];

    // Of the database alone: the keys are files beside SQLite's, and every start makes the schedule anew.
    private static bool IsItsOwn(string table) => table == "shared_keys" || table.StartsWith("qrtz_", StringComparison.Ordinal);

    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-move-").FullName;
    private TestDatabase _target = null!;

    private string File => Path.Combine(_folder, "lintel.db");

    [Fact]
    public async Task What_was_moved_is_what_was_there_and_goes_on_from_there()
    {
        await MakeFile();
        Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "keys", "key-1.xml"), "<key />", TestContext.Current.CancellationToken);
        var before = await Ask(null);

        var (code, said, error) = await Move();
        var after = await Ask(_target.ConnectionString);
        var (again, there, _) = await Move();

        Assert.True(code == 0, error);
        Assert.Contains("rows moved and found the same", said, StringComparison.Ordinal);
        Assert.Equal(before, after);
        await using (var never = await TestDatabase.Make(_folder))
        {
            Assert.Equal(await never.Schema(), await _target.Schema());
        }

        Assert.Equal([["key-1", "<key />"]], await _target.Rows("SELECT * FROM shared_keys WHERE name = 'key-1'"));
        Assert.Equal((0, true), (again, there.Contains("were there already", StringComparison.Ordinal)));
        await Recount.IsRight(_target);
        await using var lintel = new LintelServer { Set = settings => settings with { Data = _folder, Database = _target.ConnectionString } };
        await lintel.InitializeAsync();
        Assert.Equal(301, await lintel.Lead(new { name = "The next one" }));

        var (refused, _, because) = await Move();
        Assert.Equal((1, true), (refused, because.Contains("the database of --to has data of its own", StringComparison.Ordinal)));
        Assert.Equal(301, await _target.Count("SELECT count(*) FROM leads"));
    }

    [Fact]
    public async Task Every_table_is_moved_or_follows_from_those_that_are()
    {
        await using var model = PostgresSchema.Context();
        await using var database = await TestDatabase.Make(_folder);

        var known = PostgresTable.All(model.Model).Select(table => table.Name).Concat(Derived).Order(StringComparer.Ordinal);

        Assert.Equal((await database.Tables()).Where(table => !IsItsOwn(table)), known.Distinct());
    }

    [Fact]
    public async Task A_file_in_use_is_left_alone_and_so_is_the_database()
    {
        await MakeFile();
        await using var store = new SqliteStore(File, TimeProvider.System, NullLoggerFactory.Instance);
        await store.Ping(TestContext.Current.CancellationToken);

        var (code, _, error) = await Move();

        Assert.Equal((1, $"lintel: {File} is in use; stop lintel first\n"), (code, error));
        Assert.Equal(0, await _target.Count("SELECT count(*) FROM leads"));
    }

    [Fact]
    public async Task Without_a_file_nothing_is_made()
    {
        var (code, _, error) = await Move();

        Assert.Equal((1, $"lintel: there is no database at {File}\n"), (code, error));
        Assert.Empty(await _target.Tables());
    }

    public async ValueTask InitializeAsync() => _target = await TestDatabase.Place(_folder);

    public async ValueTask DisposeAsync()
    {
        await _target.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task MakeFile()
    {
        await using var store = new SqliteStore(File, TimeProvider.System, NullLoggerFactory.Instance);
        await store.Prepare(upgrade: true, TestContext.Current.CancellationToken);
        Assert.Null(await MakeDemo.Handle(new(1, 300, 4, 40, 3), store, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(LintelServer.Start), _ => { }, TestContext.Current.CancellationToken));
    }

    private Task<(int Code, string Out, string Error)> Move() => LintelProgram.Run(_folder, ["move", "--to", _target.ConnectionString!]);

    private async Task<List<string>> Ask(string? database)
    {
        await using var lintel = new LintelServer { Set = settings => settings with { Data = _folder, Database = database } };
        await lintel.InitializeAsync();
        var answers = new List<string>();
        foreach (var path in Answers)
        {
            var answer = await lintel.Http.GetJson(path);
            Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{path}: {answer.Text}");
            answers.Add($"{path}: {answer.Text}");
        }

        return answers;
    }
}
