using System.Text;
using System.Text.Json;
using Lintel.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Lintel.Http;

/// <summary>Turns what was thrown into a problem. What the caller did is said in words; what we did is logged and not told.</summary>
public sealed partial class Failures(IProblemDetailsService problems, Store store, ILogger<Failures> log) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        var problem = exception switch
        {
            BadHttpRequestException bad => Malformed(bad),
            JsonException json => MalformedJson(json),

            // The reader of JSON meets text that is no Unicode where no field of ours was asked.
            InvalidOperationException { InnerException: DecoderFallbackException } => Problems.Details(400, "The body holds text that is not valid Unicode."),
            _ when store.Diagnose(exception) is StoreFailure.Full => Problems.Details(507, "There is no room left to store this. Nothing was changed."),
            _ when store.Diagnose(exception) is StoreFailure.Unavailable =>
                Problems.Details(503, "The database is not available right now. Nothing was changed; try again shortly."),
            _ when store.Diagnose(exception) is StoreFailure.Unknown => Problems.Details(
                503, "The database went away while it was keeping this; whether it did is not known. Look before you try again, or send the same Idempotency-Key."),
            _ => Problems.Details(500, "Something went wrong here. Nothing was changed."),
        };

        if (problem.Status >= 500)
        {
            Log.Failed(log, problem.Status.Value, exception);
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
        return true;
    }

    private static Microsoft.AspNetCore.Mvc.ProblemDetails Malformed(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => Problems.Details(413, "The body is too large."),
        StatusCodes.Status415UnsupportedMediaType => Problems.Details(415, "Send the body as application/json."),
        _ when bad.InnerException is JsonException json => MalformedJson(json),
        StatusCodes.Status400BadRequest => Problems.Details(400, "Send a JSON object as the body."),
        var status => Problems.Details(status, "The request cannot be read."),
    };

    private static Microsoft.AspNetCore.Mvc.ProblemDetails MalformedJson(JsonException json)
    {
        var where = json is { LineNumber: { } line, BytePositionInLine: { } column } ? $" (line {line + 1}, byte {column + 1})" : "";
        var detail = $"The body is not a JSON object as expected{where}.";
        return json.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal)
            ? Problems.Details(400, detail, new Dictionary<string, string[]> { [path[2..]] = ["cannot be read"] })
            : Problems.Details(400, detail);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Answered {Status}")]
        public static partial void Failed(ILogger logger, int status, Exception exception);
    }
}
