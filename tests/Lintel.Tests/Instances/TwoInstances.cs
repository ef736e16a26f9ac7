using Lintel.Tests.Running;

namespace Lintel.Tests.Instances;

/// <summary>Two processes of the program on one PostgreSQL, behind a load balancer that sends each request to the other one.</summary>
public sealed class TwoInstances : IAsyncLifetime
{
    /// <summary>Due before anyone was there to say so.</summary>
    public const int FollowUps = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-instances-").FullName;

    public TestDatabase Database { get; private set; } = null!;

    public RunningLintel One { get; private set; } = null!;

    public RunningLintel Other { get; private set; } = null!;

    public RoundRobin Balancer { get; private set; } = null!;

    public HttpClient Http => Balancer.Http;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Make(_folder);
        await Database.Execute("""
            INSERT INTO leads (agency_id, name, source, status, priority, score, interested_properties, preferred_areas, tags, created_at, updated_at, contacts, furthest_status, version, understood)
            VALUES (1, 'Waits', 'unknown', 0, 1, 0, '[]', '[]', '[]', 0, 0, 0, 0, 0, '{}')
            """);
        await Database.Execute($"""
            INSERT INTO follow_ups (agency_id, lead_id, due_at, created_at, is_announced)
            SELECT 1, (SELECT min(id) FROM leads), 1000, 1000, false FROM generate_series(1, {FollowUps})
            """);
        var starting = await Task.WhenAll(Start("one"), Start("other"));
        (One, Other) = (starting[0], starting[1]);
        Balancer = new RoundRobin(One.Address, Other.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Balancer.DisposeAsync();
        await One.DisposeAsync();
        await Other.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<RunningLintel> Start(string name) => RunningLintel.Start(Path.Combine(_folder, name), Database.ConnectionString);
}
