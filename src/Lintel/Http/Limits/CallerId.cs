using System.Net;
using System.Net.Sockets;

namespace Lintel.Http.Limits;

/// <summary>Whom calls are counted for: a key, a person, or, where neither was shown, the address they come from.</summary>
public readonly record struct CallerId(long? Key, long? User, IPAddress? Address)
{
    private const int OneHousehold = 8;

    /// <summary>Who sent this request, as far as it is known by now. The open API's callers are nobody in particular, and go by their address.</summary>
    public static CallerId Of(HttpContext context, Caller caller) => caller.ActorOrNull switch
    {
        { KeyId: { } key } => new(key, null, null),
        { UserId: { } user } => new(null, user, null),
        _ => Stranger(context),
    };

    /// <summary>Whoever calls from this address. An IPv6 subscriber has a network of them, and is one caller all the same.</summary>
    public static CallerId Stranger(HttpContext context)
    {
        var address = Proxies.AddressOf(context);
        if (address is { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            var bytes = address.GetAddressBytes();
            bytes.AsSpan(OneHousehold).Clear();
            address = new IPAddress(bytes);
        }

        return new(null, null, address);
    }
}
