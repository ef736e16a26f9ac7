using System.Diagnostics;

namespace Lintel.Http;

/// <summary>Gives each request one id, the caller's own where it sends one, in the answer, in problems and in the log.</summary>
public sealed class Correlation(RequestDelegate next, ILogger<Correlation> log)
{
    private const string Header = "X-Correlation-Id";
    private const int Longest = 64;

    /// <summary>Puts the id on the answer; again where the headers of a failed one were thrown away.</summary>
    public static void Tell(HttpContext context) => context.Response.Headers[Header] = context.TraceIdentifier;

    public async Task Invoke(HttpContext context)
    {
        var id = context.Request.Headers[Header].ToString();
        if (id.Length is 0 or > Longest || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            id = Activity.Current?.TraceId.ToHexString() ?? ActivityTraceId.CreateRandom().ToHexString();
        }

        context.TraceIdentifier = id;
        Tell(context);
        using (log.BeginScope(new KeyValuePair<string, object>("trace_id", id)))
        {
            await next(context);
        }
    }
}
