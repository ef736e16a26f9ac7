using Lintel.Http.Limits;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Lintel.Http;

/// <summary>Failures as RFC 9457 problem details, with <c>success</c> and <c>error</c> beside for the clients of the seed's API.</summary>
public static class Problems
{
    private const string RfcSection = "https://www.rfc-editor.org/rfc/rfc9110#name-";

    public static ProblemHttpResult Of(Refusal refusal) => Of(
        refusal.Kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status412PreconditionFailed,
        },
        refusal.Detail,
        refusal.Errors);

    public static ProblemHttpResult Of(int status, string detail, IReadOnlyDictionary<string, string[]>? errors = null) =>
        TypedResults.Problem(Details(status, detail, errors));

    public static ProblemDetails Details(int status, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var problem = new ProblemDetails { Status = status, Title = Title(status), Detail = detail };
        if (errors is not null)
        {
            problem.Extensions["errors"] = errors;
        }

        return problem;
    }

    /// <summary>What kind of problem a status says it is: its section of RFC 9110, or another registered kind, where one says more than the title.</summary>
    public static string Type(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => "https://iana.org/assignments/http-problem-types#quota-exceeded",
        >= 400 and <= 417 or 422 => RfcSection + status + "-" + Title(status).ToLowerInvariant().Replace(' ', '-'),
        _ => "about:blank",
    };

    /// <summary>A status in the words of RFC 9110, which renamed two.</summary>
    public static string Title(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "Content Too Large",
        StatusCodes.Status422UnprocessableEntity => "Unprocessable Content",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}

/// <summary>Why a request was refused before it came to a handler, for the problem that says so.</summary>
public sealed record WhyRefused(int Status, string Text)
{
    /// <summary>Refuses, and writes nothing yet: what comes before in the pipeline counts strangers, and a page says it as pages do.</summary>
    public static void Tell(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Features.Set(new WhyRefused(status, text));
    }
}

/// <summary>Writes every problem the same way, whatever the caller says it accepts: an error must be readable.</summary>
public sealed class WireProblems : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var response = context.HttpContext.Response;
        problem.Status ??= response.StatusCode;
        problem.Title = Problems.Title(problem.Status.Value);
        problem.Type = Problems.Type(problem.Status.Value);
        problem.Detail ??= context.HttpContext.Features.Get<WhyRefused>() is { } why && why.Status == problem.Status ? why.Text : Explain(problem.Status.Value);
        if (context.HttpContext.Features.Get<ViolatedPolicy>() is { } violated)
        {
            problem.Extensions["violated-policies"] = new[] { violated.Name };
        }

        problem.Extensions["trace_id"] = context.HttpContext.TraceIdentifier;
        problem.Extensions["success"] = false;
        problem.Extensions["error"] = problem.Detail;
        response.StatusCode = problem.Status.Value;
        Correlation.Tell(context.HttpContext);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "5";
        }

        // Not under the request's token: when time ran out that one is cancelled, and this is what tells so.
        await response.WriteAsJsonAsync(problem, WireJson.Options, "application/problem+json", CancellationToken.None);
    }

    private static string Explain(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read.",
        StatusCodes.Status401Unauthorized => "Sign in, or send an API key.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not answer to this method.",
        StatusCodes.Status408RequestTimeout => "The request came too slowly.",
        StatusCodes.Status413PayloadTooLarge => "The body is too large.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
        StatusCodes.Status429TooManyRequests => "You have called too often. Wait for as many seconds as Retry-After says.",
        StatusCodes.Status503ServiceUnavailable => "The service is not available right now. Try again shortly.",
        _ => Problems.Title(status) + ".",
    };
}
