using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Instances;

/// <summary>One process that answers, and one that works.</summary>
[OnlyPostgres]
public sealed class RolesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-roles-").FullName;

    [Fact]
    public async Task What_one_process_writes_another_delivers_and_the_first_one_s_listeners_hear()
    {
        await using var database = await TestDatabase.Make(_folder);
        await using var web = await RunningLintel.Start(_folder, database.ConnectionString, ("LINTEL_ROLE", "web"));
        await web.Http.PostJson("/leads", new { name = "Early" });
        Assert.Equal(1, await database.Count("SELECT count(*) FROM outbox WHERE attempts = 0"));
        Assert.Equal(0, await database.Count("SELECT count(*) FROM qrtz_triggers"));

        await using var worker = await RunningLintel.Start(_folder, database.ConnectionString, ("LINTEL_ROLE", "worker"));
        while (await database.Count("SELECT count(*) FROM outbox WHERE delivered_at IS NULL") > 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        await using var stream = await EventStream.Open(web.Http);
        await web.Http.PostJson("/leads", new { name = "Late" });
        Assert.Equal("lead.created", (string?)(await stream.Next())!.Value.Data["type"]);

        Assert.Equal(HttpStatusCode.OK, (await worker.Http.GetJson("/health")).Status);
        Assert.Equal(HttpStatusCode.OK, (await worker.Http.GetJson("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Http.GetJson("/leads")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Http.GetJson("/events")).Status);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
