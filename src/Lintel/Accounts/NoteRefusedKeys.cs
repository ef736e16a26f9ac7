using System.Collections.Concurrent;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>
/// Notes that somebody showed what lets nobody in: in the audit of the agency whose key it is or was, and otherwise, as it is nobody's, in the log.
/// Never what was shown; and of each address the same once a minute, so that who floods the door writes nothing.
/// </summary>
public sealed partial class NoteRefusedKeys(Store store, Agencies agencies, TimeProvider clock, ILogger<NoteRefusedKeys> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private const int MostRemembered = 10_000;

    private const string Sql = "SELECT id, agency_id, revoked_at IS NOT NULL, expires_at FROM api_keys WHERE key_hash = @hash";

    private readonly ConcurrentDictionary<(long Key, string Why, string? Address), long> _noted = [];

    /// <summary>A key that was sent as keys are, and lets nobody in.</summary>
    public Task Sent(string? text, HttpContext context, CancellationToken cancel) => Note(text, null, context, cancel);

    /// <summary>A key that was sent in the address, whether it lets somebody in or not: it is known to whoever reads logs now.</summary>
    public Task InAddress(string? text, HttpContext context, CancellationToken cancel) => Note(text, "in_address", context, cancel);

    /// <summary>The cookie of a session that is over, or never was.</summary>
    public Task Session(HttpContext context, CancellationToken cancel) => Note(null, "session", context, cancel);

    /// <summary>What cannot be noted is refused all the same.</summary>
    private async Task Note(string? text, string? why, HttpContext context, CancellationToken cancel)
    {
        try
        {
            await TryNote(text, why, context, cancel);
        }
        catch (Exception failure) when (store.Diagnose(failure) is not null)
        {
            Log.NotNoted(log, failure);
        }
    }

    private async Task TryNote(string? text, string? why, HttpContext context, CancellationToken cancel)
    {
        var known = await Find(text, cancel);
        why ??= known.Id == 0 ? "unknown" : known.IsRevoked ? "revoked" : known.ExpiresAt <= clock.Now() ? "expired" : "address";
        var address = Callers.AddressOf(context);
        if (!IsNew((known.Id, why, address)))
        {
            return;
        }

        Log.Refused(log, why);
        if (await agencies.Find(known.Agency, cancel) is { } agency)
        {
            var stranger = new Actor(agency, "stranger") { Address = address, TraceId = context.TraceIdentifier };
            await store.Write(stranger, db => Handle(known.Id, why, db, cancel), cancel);
        }
    }

    private async ValueTask<(long Id, long Agency, bool IsRevoked, DateTime? ExpiresAt)> Find(string? text, CancellationToken cancel)
    {
        if (text?.StartsWith(SentKey.Prefix, StringComparison.Ordinal) != true)
        {
            return default;
        }

        using var sql = store.ReadAcross();
        return await sql.First(Sql, row => (row.Long(), row.Long(), row.Bool(), row.TimeOrNull()), cancel, ("hash", Secret.Hash(text)));
    }

    private bool IsNew((long, string, string?) what)
    {
        if (_noted.TryGetValue(what, out var at) && clock.GetElapsedTime(at) < Every)
        {
            return false;
        }

        if (_noted.Count >= MostRemembered)
        {
            _noted.Clear();
        }

        _noted[what] = clock.GetTimestamp();
        return true;
    }

    private static async Task<Outcome<bool>> Handle(long id, string why, LintelDb db, CancellationToken cancel)
    {
        await db.Note(AuditAction.Refused, "key", id, null, new { Why = why }, cancel);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Somebody was not let in by what they showed: {Why}")]
        public static partial void Refused(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "That somebody was not let in could not be noted")]
        public static partial void NotNoted(ILogger logger, Exception failure);
    }
}
