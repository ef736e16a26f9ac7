using Lintel.Http;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>What a person signs in with.</summary>
public sealed record SignInRequest
{
    /// <summary>The account's email; one that none can have is answered as one that none has.</summary>
    [Text(EmailAddress.MaxLength, Required = true, Example = "mei@example.com")]
    public Field<string> Email { get; init; }

    /// <summary>The password, as it was chosen.</summary>
    [Text(Passwords.Longest, Required = true, Example = "correct horse battery staple")]
    public Field<string> Password { get; init; }

    /// <summary>Where there is a second factor: what the authenticator shows, or a recovery code.</summary>
    [Text(ConfirmTotp.LongestCode, Example = "492039")]
    public Field<string> Code { get; init; }
}
