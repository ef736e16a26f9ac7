using System.Security.Cryptography;
using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Lintel.Accounts;

/// <summary>
/// Codes of an authenticator (RFC 6238: six digits, a new one each half minute), and recovery codes for whoever lost it. Each is taken once. The secret
/// is encrypted by the installation's keys: where those are lost, the recovery codes still work.
/// </summary>
public sealed partial class SecondFactor(IDataProtectionProvider protection, TimeProvider clock, ILogger<SecondFactor> log)
{
    public const int RecoveryCodes = 10;

    /// <summary>What an authenticator lists the account under.</summary>
    private const string Issuer = "Lintel";

    private const int SecretBytes = 20;
    private const int RecoveryBytes = 10;
    private const int RecoveryGroup = 4;

    private const string FactorSql = "SELECT totp_secret FROM users WHERE id = @id AND totp_since IS NOT NULL";

    private const string BegunSql = "SELECT totp_secret, email FROM users WHERE id = @id AND totp_since IS NULL AND totp_secret IS NOT NULL";

    // Two who show the same code at once: the row lets the first one through.
    private const string UseStepSql = """
        UPDATE users SET totp_used_step = @step WHERE id = @id AND coalesce(totp_used_step, 0) < @step RETURNING 1
        """;

    private const string UseRecoverySql = """
        UPDATE users SET recovery_hashes = replace(recovery_hashes, @hash, '') WHERE id = @id AND recovery_hashes LIKE '%' || @hash || '%' RETURNING 1
        """;

    // A clock may be half a minute off.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly IDataProtector _protector = protection.CreateProtector(nameof(SecondFactor));

    /// <summary>A new secret: as a person types it, and as it is kept.</summary>
    public (string Secret, string Kept) Make()
    {
        var secret = Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (secret, _protector.Protect(secret));
    }

    /// <summary>The address that an authenticator reads from a picture.</summary>
    public static string Url(string secret, string email) => new OtpUri(OtpType.Totp, secret, email, Issuer).ToString();

    /// <summary>The secret as a person types it; null when it was kept by keys that are gone.</summary>
    public string? Reveal(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException failure)
        {
            Log.NotRevealed(log, failure);
            return null;
        }
    }

    /// <summary>Whether a person's codes are asked for.</summary>
    public static async ValueTask<bool> IsOn(long userId, SqlReader sql, CancellationToken cancel) =>
        await sql.First(FactorSql, row => row.Text(), cancel, ("id", userId)) is not null;

    /// <summary>What was begun and not confirmed yet; null when nothing was.</summary>
    public async ValueTask<TotpAnswer?> Begun(long userId, SqlReader sql, CancellationToken cancel) =>
        await sql.First(BegunSql, row => (Kept: row.Text(), Email: row.Text()), cancel, ("id", userId)) is { Kept: not null } begun && Reveal(begun.Kept) is { } secret
            ? new TotpAnswer(secret, Url(secret, begun.Email))
            : null;

    /// <summary>The half minute that a code is of; null when it is wrong.</summary>
    public long? Step(string kept, string code) =>
        Reveal(kept) is { } secret && new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(clock.GetUtcNow().UtcDateTime, Plain(code), out var step, Window) ? step : null;

    /// <summary>New recovery codes: as they are shown this once, and as they are kept.</summary>
    public static (IReadOnlyList<string> Codes, string Kept) MakeRecovery()
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(RecoveryBytes))).ToList();
        return ([.. codes.Select(code => string.Join('-', code.Chunk(RecoveryGroup).Select(part => new string(part))))], string.Concat(codes.Select(Hash)));
    }

    /// <summary>Takes a code of a person's, which is worth nothing afterwards. True as well where no code is asked for.</summary>
    public async Task<Outcome<bool>> Use(long userId, string code, LintelDb db, CancellationToken cancel)
    {
        if (await db.Sql.First(FactorSql, row => row.Text(), cancel, ("id", userId)) is not { } kept)
        {
            return true;
        }

        var used = Step(kept, code) is { } step
            ? await db.Sql.First(UseStepSql, row => row.Int(), cancel, ("id", userId), ("step", step))
            : await db.Sql.First(UseRecoverySql, row => row.Int(), cancel, ("id", userId), ("hash", Hash(Plain(code))));
        return used == 1;
    }

    /// <summary>However it is typed: in groups, in lower case.</summary>
    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string Hash(string code) => Convert.ToHexString(Secret.Hash(code)) + " ";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The secret of a second factor cannot be read: it was kept by keys that are gone")]
        public static partial void NotRevealed(ILogger logger, Exception failure);
    }
}
