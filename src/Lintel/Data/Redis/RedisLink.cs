using System.Globalization;
using StackExchange.Redis;

namespace Lintel.Data.Redis;

/// <summary>
/// The connection to the Redis server that several instances share. While the server is away whoever asks is told so at once, and connecting is
/// tried again in the background; nothing waits for it, not even the start.
/// </summary>
public sealed partial class RedisLink(Settings settings, ILogger<RedisLink> log) : IHostedService, IAsyncDisposable
{
    private const int DefaultPort = 6379;
    private const int PatienceMilliseconds = 1_000;

    private ConnectionMultiplexer? _connection;

    /// <summary>There from the start on, whether or not the server answers.</summary>
    public ConnectionMultiplexer Connection => _connection ?? throw new InvalidOperationException("The server has not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _connection = await ConnectionMultiplexer.ConnectAsync(Options(settings.Redis!));
        if (!_connection.IsConnected)
        {
            Log.Away(log);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private static ConfigurationOptions Options(Uri server)
    {
        var known = server.UserInfo.Split(':', 2);
        return new ConfigurationOptions
        {
            EndPoints = { { server.DnsSafeHost, server.Port > 0 ? server.Port : DefaultPort } },
            User = known[0].Length > 0 ? Uri.UnescapeDataString(known[0]) : null,
            Password = known is [_, { Length: > 0 } password] ? Uri.UnescapeDataString(password) : null,
            DefaultDatabase = server.AbsolutePath.Length > 1 ? int.Parse(server.AbsolutePath.AsSpan(1), CultureInfo.InvariantCulture) : 0,
            Ssl = server.Scheme == "rediss",
            ClientName = "lintel",
            AbortOnConnectFail = false,
            BacklogPolicy = BacklogPolicy.FailFast,
            ReconnectRetryPolicy = new LinearRetry(PatienceMilliseconds),
            ConnectTimeout = PatienceMilliseconds,
            AsyncTimeout = PatienceMilliseconds,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer; until it does, every instance is by itself")]
        public static partial void Away(ILogger logger);
    }
}
