using Microsoft.AspNetCore.Diagnostics;

namespace Lintel.Web;

/// <summary>Answers an unexpected failure of a page with a page. What happened is logged and not told.</summary>
public sealed partial class PageFailures(ILogger<PageFailures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Interface.IsPage(httpContext) || httpContext.RequestAborted.IsCancellationRequested)
        {
            return false;
        }

        var status = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Log.Failed(log, exception);
        }

        Languages.Speak(httpContext);
        await StatusDocument.Write(httpContext, status);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A page failed")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
