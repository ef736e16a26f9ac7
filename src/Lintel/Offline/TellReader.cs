using Lintel.Accounts;
using Lintel.Http;
using Lintel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Offline;

/// <summary>Who is signed in by now, and what a change of theirs has to carry.</summary>
/// <param name="Reader">As <see cref="Web.Reader"/> names them.</param>
/// <param name="CsrfToken">Null where a change needs none, because nobody signs in.</param>
public sealed record ReaderAnswer(string Reader, string? CsrfToken);

/// <summary>Asked before what was written without a network is sent: whoever is signed in by then may be somebody else.</summary>
public static class TellReader
{
    public static Ok<ReaderAnswer> Get(Caller caller, SessionCookie cookie)
    {
        var csrf = caller.Actor.SessionId is not null && cookie.Token is { } token ? SessionCookie.CsrfToken(token) : null;
        return TypedResults.Ok(new ReaderAnswer(Reader.Of(caller.Actor)!, csrf));
    }
}
