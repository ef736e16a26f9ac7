using System.Net;
using System.Net.Sockets;
using System.Text;
using Lintel.Tests.Running;

namespace Lintel.Tests.Durability;

public sealed class StopTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-stop-").FullName;

    [Fact]
    public async Task Told_to_stop_it_says_so_finishes_what_was_begun_and_ends_well_within_ten_seconds()
    {
        await using var database = await TestDatabase.Make(_folder);
        await using var lintel = await RunningLintel.Start(_folder, database.ConnectionString);
        var traffic = new Traffic();
        var running = traffic.Run(lintel.Address, 4, TestContext.Current.CancellationToken);
        await traffic.Reaches(50, running);
        Assert.Equal(HttpStatusCode.OK, (await lintel.Http.GetJson("/health/ready")).Status);
        using var dawdler = await Dawdle(lintel.Address);

        var since = TimeProvider.System.GetTimestamp();
        await lintel.Terminate();
        var ready = await UntilUnready(lintel.Http);
        var served = await lintel.Http.GetJson("/leads");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stopping"), (ready.Status, (string?)ready["status"]));
        Assert.Equal(HttpStatusCode.OK, served.Status);
        Assert.Equal(0, await lintel.Ended());
        Assert.InRange(TimeProvider.System.GetElapsedTime(since).TotalSeconds, 0, 10);
        await running;
        Assert.Empty(traffic.Odd);
        Assert.Equal(0, traffic.Refused);
        Assert.Empty(await traffic.Wrong(database));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<WireAnswer> UntilUnready(HttpClient http)
    {
        WireAnswer ready;
        do
        {
            ready = await http.GetJson("/health/ready");
        }
        while (ready.Status == HttpStatusCode.OK);

        return ready;
    }

    /// <summary>A caller who never sends what it announced, and would hold up whoever waits for it.</summary>
    private static async Task<TcpClient> Dawdle(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes("POST /leads HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"), TestContext.Current.CancellationToken);
        return client;
    }
}
