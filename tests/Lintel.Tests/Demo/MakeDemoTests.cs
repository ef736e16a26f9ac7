using Lintel.Model;

namespace Lintel.Tests.Demo;

public sealed class MakeDemoTests
{
    [Fact]
    public async Task The_same_seed_makes_the_same_rows_and_another_makes_others()
    {
        await using var one = await DemoDatabase.Make(leads: 300, seed: 7);
        await using var same = await DemoDatabase.Make(leads: 300, seed: 7);
        await using var other = await DemoDatabase.Make(leads: 300, seed: -8);

        Assert.Equal(one.Checksum(), same.Checksum());
        Assert.NotEqual(one.Checksum(), other.Checksum());
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(50, 0, 3)]
    [InlineData(50, 1, 0)]
    [InlineData(0, 4, 40)]
    [InlineData(500, 200, 1)]
    public async Task Any_size_is_made_exactly(int leads, int agents, int properties)
    {
        await using var demo = await DemoDatabase.Make(leads, agents, properties);

        Assert.Equal((leads, agents, properties), (demo.Count("SELECT count(*) FROM leads"), demo.Count("SELECT count(*) FROM agents"), demo.Count("SELECT count(*) FROM properties")));
        Assert.Equal(0, demo.Count("SELECT count(*) FROM agents WHERE open_leads > max_leads"));
    }

    [Fact]
    public async Task An_agency_that_is_not_there_is_refused()
    {
        await using var demo = new DemoDatabase();

        Assert.Equal("agency 2 does not exist", await demo.Fill(new(2, 10, 1, 1, 1)));
        Assert.Equal(0, demo.Count("SELECT count(*) FROM leads"));
    }

    [Theory]
    [InlineData(10, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public async Task An_agency_with_data_of_its_own_is_refused(int leads, int agents, int properties)
    {
        await using var demo = await DemoDatabase.Make(leads, agents, properties);
        var before = demo.Checksum();

        Assert.Equal("agency 1 has data of its own, and demo data goes into an empty agency only", await demo.Fill(new(1, 10, 1, 1, 2)));
        Assert.Equal(before, demo.Checksum());
    }

    [Fact]
    public async Task Agencies_do_not_get_in_each_others_way()
    {
        await using var demo = await DemoDatabase.Make(leads: 400, seed: 3);
        demo.Execute("INSERT INTO agencies VALUES (2, 'Second', 'Asia/Hong_Kong', 'HKD', 'HK', 0)");

        Assert.Null(await demo.Fill(new(2, 200, 12, 50, 3)));

        Assert.Equal(200, demo.Count("SELECT sum(leads) FROM lead_counts WHERE agency_id = 2"));
        Assert.Equal(200, demo.Count("SELECT count(*) FROM lead_search WHERE rowid > 2 * 1099511627776"));
        Assert.Empty(demo.Rows("PRAGMA foreign_key_check"));
        await Replayed.IsWhatTriggersComeTo(demo);
    }

    [Fact]
    public async Task What_was_broken_off_leaves_nothing_behind()
    {
        await using var demo = new DemoDatabase();
        var schema = demo.Content("sqlite_master").ToList();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => demo.Fill(new(1, 5_000, 5, 50, 1), new CancellationToken(canceled: true)));
        await Assert.ThrowsAsync<IOException>(() => demo.Fill(new(1, 500, 5, 50, 1), progress: text => throw new IOException(text)));

        Assert.Equal(0, demo.Count("SELECT count(*) FROM leads") + demo.Count("SELECT count(*) FROM properties"));
        Assert.Equal(schema, demo.Content("sqlite_master"));
        Assert.Null(await demo.Fill(new(1, 10, 5, 50, 1)));
    }

    [Fact]
    public async Task A_reader_beside_it_sees_nothing_until_all_is_there()
    {
        await using var demo = new DemoDatabase();
        using var reading = demo.Store.Read(Agency.DefaultId);
        await Leads();

        Assert.Null(await demo.Fill(new(1, 600, 5, 20, 1), progress: text => Assert.Equal(0, demo.Count("SELECT count(*) FROM leads"))));

        Assert.Equal(600, await Leads());
        async ValueTask<long> Leads() => await reading.First("SELECT count(*) FROM leads", row => row.Long(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_schema_is_as_the_migrations_left_it()
    {
        await using var empty = new DemoDatabase();
        await using var demo = await DemoDatabase.Make(leads: 100);

        Assert.Equal(Schema(empty), Schema(demo));
        Assert.Equal("wal", demo.Rows("PRAGMA journal_mode")[0][0]);

        static List<object?[]> Schema(DemoDatabase database) => database.Rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name");
    }
}
