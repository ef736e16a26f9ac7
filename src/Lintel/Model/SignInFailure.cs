namespace Lintel.Model;

/// <summary>
/// Sign-ins to one account from one address that came to nothing. Counted by both, so that a stranger's guesses lock out the stranger and not
/// the person whose account it is; and whether or not there is such an account, so that nobody can tell.
/// </summary>
public sealed class SignInFailure
{
    /// <summary>SHA-256 of the email: what strangers typed is nobody's to read.</summary>
    public required byte[] Account { get; init; }

    public required string Address { get; init; }

    public int Failures { get; init; }

    public DateTime LastAt { get; init; }
}
