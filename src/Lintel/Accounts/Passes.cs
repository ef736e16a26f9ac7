using System.Collections.Concurrent;
using System.Net;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>
/// Whom a key or a session lets in, remembered for two seconds. What this process changes counts at once (<see cref="Forget"/>), what another one does
/// after those seconds.
/// </summary>
public sealed partial class Passes(Store store, Agencies agencies, TimeProvider clock, ILogger<Passes> log)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    /// <summary>Uses are noted to within this.</summary>
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    private const int MostRemembered = 10_000;

    private const string KeySql = """
        SELECT id, agency_id, name, scope, allowed_addresses, expires_at, last_used_at FROM api_keys WHERE key_hash = @hash AND revoked_at IS NULL
        """;

    private const string SessionSql = """
        SELECT s.id, s.agency_id, s.user_id, m.role, m.agent_id, u.name, s.created_at, s.last_used_at
        FROM sessions s JOIN users u ON u.id = s.user_id JOIN memberships m ON m.agency_id = s.agency_id AND m.user_id = s.user_id
        WHERE s.token_hash = @hash
        """;

    private readonly ConcurrentDictionary<string, Pass> _known = new(StringComparer.Ordinal);
    private int _generation;

    /// <summary>Who shows this key; null when it is none of ours, revoked, expired, or not to be used from there.</summary>
    public async ValueTask<Actor?> OfKey(string key, string? address, CancellationToken cancel)
    {
        var pass = await Find(key, KeySql, ReadKey, cancel);
        return pass is not null && clock.Now() < pass.EndsAt && pass.IsFrom(address) ? await Used(pass, address, cancel) : null;
    }

    /// <summary>Who is signed in by this cookie; null when the session has ended.</summary>
    public async ValueTask<Actor?> OfSession(string token, string? address, CancellationToken cancel)
    {
        var pass = await Find(token, SessionSql, ReadSession, cancel);
        return pass is not null && clock.Now() < pass.EndsAt ? await Used(pass, address, cancel) : null;
    }

    /// <summary>Remembers nobody: to be called when a key, a session or a membership was changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _known.Clear();
    }

    /// <summary>Reads an agency anew, for whoever works for it: it was changed.</summary>
    public void ForgetAgency(long id)
    {
        agencies.Forget(id);
        Forget();
    }

    private async ValueTask<Pass?> Find(string secret, string sql, Func<Row, (Pass Pass, long Agency)> read, CancellationToken cancel)
    {
        var hash = Secret.Hash(secret);
        var name = Convert.ToBase64String(hash);
        if (_known.TryGetValue(name, out var known) && known.Generation == Volatile.Read(ref _generation) && clock.GetElapsedTime(known.ReadAt) < Remembered)
        {
            return known;
        }

        // Taken before looking: what is changed meanwhile makes what was found look older than it is.
        var (generation, now) = (Volatile.Read(ref _generation), clock.GetTimestamp());
        using var reading = store.ReadAcross();
        var (found, agencyId) = await reading.First(sql, read, cancel, ("hash", hash));
        if (found is null || await agencies.Find(agencyId, cancel) is not { } agency)
        {
            _known.TryRemove(name, out _);
            return null;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        return _known[name] = found with { Actor = found.Actor with { Agency = agency }, Generation = generation, ReadAt = now };
    }

    private static (Pass, long) ReadKey(Row row)
    {
        var (id, agency, name, scope) = (row.Long(), row.Long(), row.Text(), row.Enum<Scope>());
        var addresses = row.Texts();
        var actor = Actor.Nobody with { Name = name, IsAcross = false, KeyId = id, Scope = scope, Role = scope == Scope.Admin ? Role.Owner : Role.Manager };
        var expires = row.TimeOrNull();
        return (new Pass(actor, expires ?? DateTime.MaxValue, row.TimeOrNull()) { Networks = [.. addresses.Select(IPNetwork.Parse)] }, agency);
    }

    private static (Pass, long) ReadSession(Row row)
    {
        var (id, agency, user, role, agent, name) = (row.Long(), row.Long(), row.Long(), row.Enum<Role>(), row.LongOrNull(), row.Text());
        var (began, used) = (row.Time(), row.Time());
        var actor = Actor.Nobody with { Name = name, IsAcross = false, SessionId = id, UserId = user, Role = role, AgentId = role == Role.Agent ? agent : null };
        var ends = began + Session.Longest < used + Session.LongestIdle ? began + Session.Longest : used + Session.LongestIdle;
        return (new Pass(actor, ends, used), agency);
    }

    /// <summary>Notes the use. One that cannot be noted is a use all the same: a database that cannot be written can still be read.</summary>
    private async ValueTask<Actor> Used(Pass pass, string? address, CancellationToken cancel)
    {
        var now = clock.Now();
        if (pass.NotedAt is { } noted && now - noted < NotedEvery)
        {
            return pass.Actor;
        }

        pass.NotedAt = now;
        try
        {
            await store.Write(Actor.Nobody, db => NoteUse.Handle(pass.Actor, address, db, cancel), cancel);
        }
        catch (Exception failure) when (store.Diagnose(failure) is not null)
        {
            Log.NotNoted(log, failure);
        }

        return pass.Actor;
    }

    private sealed record Pass(Actor Actor, DateTime EndsAt, DateTime? Noted)
    {
        public DateTime? NotedAt { get; set; } = Noted;

        public IReadOnlyList<IPNetwork> Networks { get; init; } = [];

        public int Generation { get; init; }

        public long ReadAt { get; init; }

        public bool IsFrom(string? address) =>
            Networks.Count == 0 || (IPAddress.TryParse(address, out var from) && Networks.Any(network => network.Contains(from)));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The use of a key or a session could not be noted")]
        public static partial void NotNoted(ILogger logger, Exception failure);
    }
}
