using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Demo;

public sealed class MakeDemoTests
{
    [Fact]
    public async Task The_same_seed_makes_the_same_rows_and_another_makes_others()
    {
        await using var one = await DemoDatabase.Make(leads: 300, seed: 7);
        await using var same = await DemoDatabase.Make(leads: 300, seed: 7);
        await using var other = await DemoDatabase.Make(leads: 300, seed: -8);

        Assert.Equal(await one.Checksum(), await same.Checksum());
        Assert.NotEqual(await one.Checksum(), await other.Checksum());
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

        Assert.Equal((leads, agents, properties), (await demo.Count("SELECT count(*) FROM leads"), await demo.Count("SELECT count(*) FROM agents"), await demo.Count("SELECT count(*) FROM properties")));
        Assert.Equal(0, await demo.Count("SELECT count(*) FROM agents WHERE open_leads > max_leads"));
    }

    [Fact]
    public async Task An_agency_that_is_not_there_is_refused()
    {
        await using var demo = await DemoDatabase.Empty();

        Assert.Equal("agency 2 does not exist", await demo.Fill(new(2, 10, 1, 1, 1)));
        Assert.Equal(0, await demo.Count("SELECT count(*) FROM leads"));
    }

    [Theory]
    [InlineData(10, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public async Task An_agency_with_data_of_its_own_is_refused(int leads, int agents, int properties)
    {
        await using var demo = await DemoDatabase.Make(leads, agents, properties);
        var before = await demo.Checksum();

        Assert.Equal("agency 1 has data of its own, and demo data goes into an empty agency only", await demo.Fill(new(1, 10, 1, 1, 2)));
        Assert.Equal(before, await demo.Checksum());
    }

    [Fact]
    public async Task Agencies_do_not_get_in_each_others_way()
    {
        await using var demo = await DemoDatabase.Make(leads: 400, seed: 3);
        await demo.Database.Execute("INSERT INTO agencies (id, name, time_zone, currency, region, created_at) VALUES (2, 'Second', 'Asia/Hong_Kong', 'HKD', 'HK', 0)");

        Assert.Null(await demo.Fill(new(2, 200, 12, 50, 3)));

        Assert.Equal(200, await demo.Count("SELECT sum(leads) FROM lead_counts WHERE agency_id = 2"));
        await Replayed.IsWhatTriggersComeTo(demo);
    }

    [Fact]
    public async Task What_was_broken_off_leaves_nothing_behind()
    {
        await using var demo = await DemoDatabase.Empty();
        var schema = await demo.Database.Schema();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => demo.Fill(new(1, 5_000, 5, 50, 1), new CancellationToken(canceled: true)));
        await Assert.ThrowsAsync<IOException>(() => demo.Fill(new(1, 500, 5, 50, 1), progress: text => throw new IOException(text)));

        Assert.Equal(0, await demo.Count("SELECT count(*) FROM leads") + await demo.Count("SELECT count(*) FROM properties"));
        Assert.Equal(schema, await demo.Database.Schema());
        Assert.Null(await demo.Fill(new(1, 10, 5, 50, 1)));
    }

    [Fact]
    public async Task A_reader_beside_it_sees_nothing_until_all_is_there()
    {
        await using var demo = await DemoDatabase.Empty();
        using var reading = demo.Store.Read(Agency.DefaultId);
        await Leads();

        // On SQLite whoever reads meanwhile sees none, and on PostgreSQL waits and sees all.
        var meanwhile = new List<Task<long>>();
        Assert.Null(await demo.Fill(new(1, 600, 5, 20, 1), progress: _ => meanwhile.Add(Leads().AsTask())));

        Assert.All(await Task.WhenAll(meanwhile), seen => Assert.True(seen is 0 or 600));
        Assert.NotEmpty(meanwhile);
        Assert.Equal(600, await Leads());
        async ValueTask<long> Leads() => await reading.First("SELECT count(*) FROM leads", row => row.Long(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_schema_is_as_the_migrations_left_it()
    {
        await using var empty = await DemoDatabase.Empty();
        await using var demo = await DemoDatabase.Make(leads: 100);

        Assert.Equal(await empty.Database.Schema(), await demo.Database.Schema());
    }

    [Fact, OnlySqlite]
    public async Task The_file_is_in_the_mode_it_was_made_in()
    {
        await using var demo = await DemoDatabase.Make(leads: 100);

        Assert.Equal("wal", (await demo.Database.Rows("PRAGMA journal_mode"))[0][0]);
    }
}
