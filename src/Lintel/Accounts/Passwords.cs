using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lintel.Accounts;

/// <summary>
/// Passwords as ASP.NET Core Identity keeps them (PBKDF2 with SHA-512), with as many rounds as OWASP asks for. A password is good when it is long and
/// not one that people commonly take; what kinds of characters it has does not matter.
/// </summary>
public sealed class Passwords : IDisposable
{
    public const int Shortest = 10;
    public const int Longest = 200;

    /// <summary>
    /// Bits: less is found within some sixty thousand guesses. Those are the passwords that leaked most often, and common words, names, dates and
    /// keyboard walks with the usual digits behind them.
    /// </summary>
    private const double LeastEntropy = 16;

    /// <summary>The estimate takes its time over long texts, and what follows can only make it better.</summary>
    private const int MostJudged = 60;

    private static readonly User Anyone = new() { Email = "", Name = "" };

    private static readonly Lazy<PasswordHasher<User>> Hasher = new(() => new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds })));

    // Half of the machine stays with those who are signed in, however many try to.
    private readonly SemaphoreSlim _room = new(Math.Max(1, Environment.ProcessorCount / 2));

    // What an account that does not exist is checked against, so that it takes as long as one that does.
    private readonly Lazy<string> _nobodys = new(() => Hash(Secret.Make()));

    /// <summary>How often a password is hashed over, by OWASP's Password Storage Cheat Sheet. Tests that are about something else take fewer.</summary>
    internal static int Rounds { get; set; } = 210_000;

    /// <summary>What is wrong with a new password, worded to follow the field's name; null when it is good.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="about">What everybody who knows the person would try first.</param>
    public static string? Problem(string password, params string[] about) => password.Length switch
    {
        < Shortest => $"must be at least {Shortest} characters",
        > Longest => $"must be at most {Longest} characters",
        _ when Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(password.Length, MostJudged)], about).Entropy < LeastEntropy => "is too easy to guess",
        _ => null,
    };

    /// <summary>A password that is to be compared, as it was sent: there, and no longer than one can be.</summary>
    public static Field<string> Read(Check check, string field, Field<string> sent)
    {
        var password = check.Plain(field, sent);
        check.Required(field, password);
        if (password.Value?.Length > Longest)
        {
            check.Error(field, $"must be at most {Longest} characters");
        }

        return password;
    }

    public static string Hash(string password) => Hasher.Value.HashPassword(Anyone, PlainText.Exact(password));

    /// <summary>Whether a password is the one of a hash; it is not where there is no hash, and that takes the same time.</summary>
    public async Task<bool> Match(string? hash, string password, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        try
        {
            var result = await Task.Run(() => Hasher.Value.VerifyHashedPassword(Anyone, hash ?? _nobodys.Value, PlainText.Exact(password)), cancel);
            return hash is not null && result != PasswordVerificationResult.Failed;
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose() => _room.Dispose();
}
