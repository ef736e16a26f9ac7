using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Http;

/// <summary>
/// <c>Idempotency-Key</c> on POST (IETF draft-ietf-httpapi-idempotency-key-header): the same key and body gives the first answer again, the
/// same key with another body is 422, and while the first still runs 409. The answer is stored in the transaction that acts, so that a crash
/// between the two cannot make the caller's retry act twice.
/// </summary>
public sealed class Idempotency(RequestDelegate next, TimeProvider clock)
{
    private const string Header = "Idempotency-Key";
    private const string ReplayedHeader = "Idempotency-Replayed";
    private const int LongestKey = 255;

    private readonly ConcurrentDictionary<(long Agency, string Caller, string Key), byte> _running = new();

    public async Task Invoke(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Headers.TryGetValue(Header, out var header) || !HasCaller(context))
        {
            await next(context);
            return;
        }

        var key = header.ToString();
        if (key.Length is 0 or > LongestKey || key.Any(c => c is < ' ' or > '~'))
        {
            await Problems.Of(400, $"{Header} must be 1 to {LongestKey} printable ASCII characters.").ExecuteAsync(context);
            return;
        }

        var actor = context.RequestServices.GetRequiredService<Caller>().Actor;
        var running = (actor.Agency.Id, actor.Key, key);
        if (!_running.TryAdd(running, 0))
        {
            await Problems.Of(409, KeyedCall.StillRuns).ExecuteAsync(context);
            return;
        }

        try
        {
            await Once(context, new KeyedCall(actor.Key, key, await Fingerprint(context.Request)));
        }
        finally
        {
            _running.TryRemove(running, out _);
        }
    }

    /// <summary>Whose key it would be is known only where a call must have a caller: not at an address that does not exist, not where all are let in.</summary>
    private static bool HasCaller(HttpContext context) => context.RequestServices.GetRequiredService<Caller>().ActorOrNull is not null;

    private async Task Once(HttpContext context, KeyedCall call)
    {
        var first = await call.Find(context.RequestServices.GetRequiredService<Reading>(), clock.Now(), context.RequestAborted);
        if (first is null)
        {
            context.Features.Set(call);
            await next(context);
        }
        else if (!first.Fingerprint.AsSpan().SequenceEqual(call.Fingerprint))
        {
            await Problems.Of(422, $"This {Header} was used for another call.").ExecuteAsync(context);
        }
        else
        {
            await Replay(context.Response, first);
        }
    }

    private static async Task Replay(HttpResponse response, StoredAnswer first)
    {
        response.StatusCode = first.Status;
        response.Headers[ReplayedHeader] = "true";
        response.ContentType = first.ContentType;
        response.ContentLength = first.Body.Length;
        if (first.Location is not null)
        {
            response.Headers.Location = first.Location;
        }

        await response.Body.WriteAsync(first.Body);
    }

    private static async Task<byte[]> Fingerprint(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.PathBase}{request.Path}{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
