using System.Net;
using System.Net.Sockets;

namespace Lintel.Tests.Running;

/// <summary>A load balancer: each connection goes to the next instance, and nobody comes back to the one they had.</summary>
public sealed class RoundRobin : IAsyncDisposable
{
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri[] _instances;
    private readonly Task _open;
    private int _next;

    public RoundRobin(params Uri[] instances)
    {
        _instances = instances;
        _door.Start();
        _open = Accept();
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, AllowAutoRedirect = false };
        Http = new HttpClient(handler) { BaseAddress = new Uri($"http://{_door.LocalEndpoint}"), Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>A caller who makes a connection for each request.</summary>
    public HttpClient Http { get; }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _end.CancelAsync();
        _door.Stop();
        await _open;
        _end.Dispose();
    }

    private async Task Accept()
    {
        var passing = new List<Task>();
        try
        {
            while (true)
            {
                passing.Add(Pass(await _door.AcceptTcpClientAsync(_end.Token), _instances[_next++ % _instances.Length]));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(passing);
        }
    }

    private async Task Pass(TcpClient caller, Uri instance)
    {
        using var server = new TcpClient();
        using (caller)
        {
            try
            {
                await server.ConnectAsync(instance.Host, instance.Port, _end.Token);
                await Task.WhenAny(
                    caller.GetStream().CopyToAsync(server.GetStream(), _end.Token), server.GetStream().CopyToAsync(caller.GetStream(), _end.Token));
            }
            catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException)
            {
                // One of the two went away; so does the other.
            }
        }
    }
}
