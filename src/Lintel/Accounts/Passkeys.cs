using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Lintel.Accounts;

/// <summary>What a browser is to ask a passkey, and what it brings back with the answer.</summary>
/// <param name="Options">For <c>navigator.credentials</c>: JSON.</param>
/// <param name="State">Tells us what was asked; nobody else can read or make one.</param>
public sealed record PasskeyChallenge(string Options, string State);

/// <summary>
/// Passkeys (WebAuthn), by ASP.NET Core Identity's handler. They are for one address: the server's public one, or the machine's own
/// <c>localhost</c>. The person is verified by their device, so that one of these is two factors. What was asked holds for ten minutes and is taken once.
/// </summary>
public sealed class Passkeys(Store store, Settings settings, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Required = "required";
    private const string SigningIn = "in";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private const string TakeSql = """
        INSERT INTO used_challenges (hash, expires_at) VALUES (@hash, @expires) ON CONFLICT (hash) DO NOTHING RETURNING 1
        """;

    private readonly IDataProtector _states = protection.CreateProtector(nameof(Passkeys));

    /// <summary>What is to be asked for a new passkey; null where there can be none. To be called once the person has given their password again.</summary>
    public async Task<PasskeyChallenge?> ForNew(long userId, HttpContext context)
    {
        if (Handler(context) is not { } handler || await new PasskeyStore(store).FindByIdAsync(PasskeyStore.Handle(userId), context.RequestAborted) is not { } user)
        {
            return null;
        }

        var asked = await handler.MakeCreationOptionsAsync(new() { Id = PasskeyStore.Handle(userId), Name = user.Email, DisplayName = user.Name }, context);
        return new(asked.CreationOptionsJson, State(PasskeyStore.Handle(userId), asked.AttestationState!));
    }

    /// <summary>What is to be asked of whichever passkey the person has for this server; null where there can be none.</summary>
    public async Task<PasskeyChallenge?> ForSignIn(HttpContext context)
    {
        if (Handler(context) is not { } handler)
        {
            return null;
        }

        var asked = await handler.MakeRequestOptionsAsync(null!, context);
        return new(asked.RequestOptionsJson, State(SigningIn, asked.AssertionState!));
    }

    /// <summary>The passkey that was made; null when it was not as asked.</summary>
    public async Task<UserPasskeyInfo?> Made(string state, string credential, long userId, HttpContext context) =>
        Handler(context) is { } handler && Asked(PasskeyStore.Handle(userId), state) is { } asked
            && await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = asked }) is { Succeeded: true } made
            ? made.Passkey
            : null;

    /// <summary>Who showed which passkey; null when nobody did, or not as asked.</summary>
    public async Task<(User User, UserPasskeyInfo Passkey)?> Shown(string state, string credential, HttpContext context) =>
        Handler(context) is { } handler && Asked(SigningIn, state) is { } asked
            && await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = asked }) is { Succeeded: true } shown
            ? (shown.User, shown.Passkey)
            : null;

    /// <summary>Whose passkey a credential's id names; null when it is nobody's.</summary>
    public async Task<User?> OwnerOf(string id, CancellationToken cancel) =>
        Base64Url.IsValid(id) ? await new PasskeyStore(store).FindByPasskeyIdAsync(Base64Url.DecodeFromChars(id), cancel) : null;

    /// <summary>Uses up what was asked. False for whoever was not the first.</summary>
    public static async Task<bool> Take(string state, LintelDb db, CancellationToken cancel) =>
        await db.Sql.First(TakeSql, row => row.Int(), cancel, ("hash", Secret.Hash(state)), ("expires", db.Now + Lasts)) == 1;

    private PasskeyHandler<User>? Handler(HttpContext context)
    {
        if (Origin(context) is not { } origin)
        {
            return null;
        }

        var people = new UserManager<User>(
            new PasskeyStore(store), Options.Create(new IdentityOptions()), new PasswordHasher<User>(), [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!, NullLogger<UserManager<User>>.Instance);
        return new(people, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = origin.Host,
            UserVerificationRequirement = Required,
            ResidentKeyRequirement = Required,
            AuthenticatorTimeout = Lasts,
            ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == origin.GetLeftPart(UriPartial.Authority)),
        }));
    }

    /// <summary>Where people find this server: nobody outside of the machine says that it is localhost.</summary>
    private Uri? Origin(HttpContext context) =>
        settings.PublicUrl is { } url ? new Uri(url)
        : context.Request.Host.Host == "localhost" && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            ? new Uri($"{context.Request.Scheme}://{context.Request.Host}")
        : null;

    private string State(string what, string asked) =>
        _states.Protect(string.Create(CultureInfo.InvariantCulture, $"{what} {(clock.Now() + Lasts).Ticks} {asked}"));

    private string? Asked(string what, string state)
    {
        try
        {
            return _states.Unprotect(state).Split(' ', 3) is [var kind, var until, var asked] && kind == what
                && clock.Now().Ticks < long.Parse(until, CultureInfo.InvariantCulture)
                ? asked
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
