using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Lintel.Http;

/// <summary>
/// Where a request comes from when there is a proxy in front. What <c>X-Forwarded-For</c> and <c>-Proto</c> say is believed only as far as it was
/// said by the proxies that the operator names (<c>LINTEL_PROXIES</c>); <c>X-Forwarded-Host</c> never is.
/// </summary>
public static class Proxies
{
    /// <summary>Where the request comes from, as far as it is known by now; where an IPv4 address comes as IPv6, the IPv4 address.</summary>
    public static IPAddress? AddressOf(HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;

    /// <summary>Whether the request came by one of them.</summary>
    public static bool IsBehind(HttpContext context) => context.Items.ContainsKey(typeof(Proxies));

    /// <summary>Notes that first: afterwards the caller's address stands where the proxy's did.</summary>
    public static void UseProxies(this WebApplication app, Settings settings)
    {
        if (settings.Proxies.Count > 0)
        {
            app.Use((context, next) =>
            {
                if (AddressOf(context) is { } peer && settings.Proxies.Any(network => network.Contains(peer)))
                {
                    context.Items[typeof(Proxies)] = true;
                }

                return next(context);
            });
        }

        app.UseForwardedHeaders();
    }

    public static void AddProxies(this IServiceCollection services, Settings settings) => services.Configure<ForwardedHeadersOptions>(forwarded =>
    {
        forwarded.ForwardedHeaders = settings.Proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in settings.Proxies)
        {
            forwarded.KnownIPNetworks.Add(network);
        }
    });
}
