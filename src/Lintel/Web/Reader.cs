using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Web;

/// <summary>
/// A name for whoever reads the pages, by which their browser tells apart what it keeps for whom: it says neither who they are nor where they work.
/// The person comes first and, after a dot, the agency that they are in.
/// </summary>
public sealed class Reader(RequestDelegate next)
{
    /// <summary>On every page and every answer to a page's script that somebody in particular gets.</summary>
    public const string Header = "Lintel-Reader";

    private const int Length = 12;

    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            if (Of(context.RequestServices.GetRequiredService<Caller>().ActorOrNull) is { } name)
            {
                context.Response.Headers[Header] = name;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Null for nobody.</summary>
    public static string? Of(Actor? actor) => actor is null ? null : $"{Hash($"person {actor.Key}")}.{Hash($"agency {actor.Agency.Id}")}";

    private static string Hash(FormattableString name) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("lintel reader " + FormattableString.Invariant(name))).AsSpan(0, Length));
}
