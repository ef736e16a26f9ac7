using System.Net;

namespace Lintel.Http;

/// <summary>
/// Refuses what is asked of a host that this installation is not (421, RFC 9110, 15.5.20). A page of another site that makes a browser believe its name
/// were this machine asks in that name: with the open API it would read everything. Names without a dot and addresses are nobody's to claim so, and a
/// proxy that the operator named may call its upstream as it likes.
/// </summary>
public sealed partial class Hosts(RequestDelegate next, Settings settings, ILogger<Hosts> log)
{
    private const string Why = "This installation goes by another name. Ask for the address in its LINTEL_PUBLIC_URL; a proxy in front is named in LINTEL_PROXIES.";

    private readonly string? _own = settings.PublicUrl is { } url ? new Uri(url).IdnHost : null;

    /// <summary>Whether it is known by which names this installation is reached: its own, or this machine's where only this machine reaches it.</summary>
    private readonly bool _isKnown = settings.PublicUrl is not null || settings is { OpenApi: true, IsOnLoopback: true };

    public Task Invoke(HttpContext context)
    {
        if (!_isKnown || Proxies.IsBehind(context) || IsOurs(context.Request.Host.Host) || IsForMachines(context.Request.Path))
        {
            return next(context);
        }

        Log.Refused(log, Proxies.AddressOf(context));
        WhyRefused.Tell(context, StatusCodes.Status421MisdirectedRequest, Why);
        return Task.CompletedTask;
    }

    private bool IsOurs(string host)
    {
        var name = host.TrimEnd('.');
        return !name.Contains('.') || IPAddress.TryParse(name, out _) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || name.Equals(_own, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Asked by load balancers and Prometheus, by whatever name they have for an instance.</summary>
    private static bool IsForMachines(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused what {Address} asked of a host that this installation is not")]
        public static partial void Refused(ILogger logger, IPAddress? address);
    }
}
