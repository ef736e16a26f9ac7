using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>An attempt at an account that came to nothing.</summary>
/// <param name="UserId">Whose account it is; 0 when there is none.</param>
/// <param name="Email">By which it was named.</param>
/// <param name="Address">Where the attempt came from.</param>
/// <param name="TraceId">The call, as the log names it.</param>
/// <param name="Wrong">What was wrong: password, code, passkey, or the membership that there is none of.</param>
public sealed record FailedSignIn(long UserId, string Email, string Address, string TraceId, string Wrong);

/// <summary>
/// Notes attempts that came to nothing in the audit of the agency that the person works for. Guesses at accounts that are not there, or of people who work
/// for nobody any more, are nobody's: they are in the log.
/// </summary>
public sealed partial class NoteFailures(Store store, Agencies agencies, ILogger<NoteFailures> log)
{
    public async Task Note(FailedSignIn attempt, CancellationToken cancel)
    {
        if (await Agency(attempt.UserId, cancel) is { } agency)
        {
            var stranger = new Actor(agency, attempt.Email) { Address = attempt.Address, TraceId = attempt.TraceId };
            await store.Write(stranger, db => Handle(attempt, db, cancel), cancel);
        }
        else
        {
            Log.OfNobody(log, attempt.TraceId);
        }
    }

    private async Task<Agency?> Agency(long userId, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await agencies.Find(await LastAgency.Of(userId, sql, cancel), cancel);
    }

    private static async Task<Outcome<bool>> Handle(FailedSignIn attempt, LintelDb db, CancellationToken cancel)
    {
        await db.Note(AuditAction.SignInFailed, "user", attempt.UserId, null, new { attempt.Wrong }, cancel);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Somebody tried to sign in with an account that is nobody's (call {TraceId})")]
        public static partial void OfNobody(ILogger logger, string traceId);
    }
}
