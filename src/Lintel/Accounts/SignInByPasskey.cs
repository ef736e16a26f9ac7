using System.Net;
using System.Text.Json;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Lintel.Accounts;

/// <summary>A passkey that was shown.</summary>
public sealed record ShownPasskey
{
    [Text(AddPasskey.LongestState, Required = true)]
    public Field<string> State { get; init; }

    /// <summary>What <c>navigator.credentials.get</c> gave, as JSON in a text.</summary>
    [Text(AddPasskey.LongestCredential, Required = true, Example = "{\"id\":\"…\",\"type\":\"public-key\",\"response\":{…}}")]
    public Field<string> Credential { get; init; }
}

/// <summary>Lets a person in by a passkey: what they have, and by it what they know or are. No code is asked for.</summary>
public sealed class SignInByPasskey(Store store, Passkeys passkeys, Entrance entrance, NoteFailures failures)
{
    // Of a passkey that counts, a count that does not grow is a copy's; of one that does not, it stays 0.
    private const string UseSql = """
        UPDATE passkeys SET sign_count = @count, is_backed_up = @backed_up, last_used_at = @now
        WHERE user_id = @user AND credential_id = @credential AND (sign_count < @count OR (sign_count = 0 AND @count = 0)) RETURNING 1
        """;

    /// <summary>Begins a sign-in by passkey. Gives what the browser asks the authenticator for; within ten minutes, once.</summary>
    public static async Task<Results<Ok<PasskeyChallengeAnswer>, ProblemHttpResult>> Begin(Passkeys passkeys, HttpContext context) =>
        await passkeys.ForSignIn(context) is { } asked ? TypedResults.Ok(new PasskeyChallengeAnswer(asked.Options, asked.State)) : Problems.Of(MailedLinks.NoAddress);

    /// <summary>
    /// Signs in by passkey. Answers with the cookie of a session. Unknown, removed and wrong passkeys are refused alike; after five failures from one
    /// address a passkey can be tried from there again in a quarter of an hour (429).
    /// </summary>
    public static async Task<Results<Ok<SignedInAnswer>, ProblemHttpResult>> Post(
        ShownPasskey request, SignInByPasskey sign, HttpContext context, CancellationToken cancel)
    {
        var check = new Check(Actor.Nobody.Agency);
        var (state, credential) = AddPasskey.Read(check, request.State, request.Credential);
        return check.Failed ? Problems.Of(check.Refusal) : await sign.Enter(state.Value!, credential.Value!, context, cancel) switch
        {
            { Entered: { } entered } => TypedResults.Ok(entered),
            { Wait: { } wait } => SignIn.TooMany(context, wait),
            _ => Problems.Of((int)HttpStatusCode.Unauthorized, "This passkey lets nobody in, or it took too long."),
        };
    }

    public async Task<Entry> Enter(string state, string credential, HttpContext context, CancellationToken cancel)
    {
        if (Id(credential) is not { } id)
        {
            return new();
        }

        // As many attempts as at an account; counted before they are looked at.
        var (account, address) = (Secret.Hash("passkey " + id), Callers.AddressOf(context) ?? "");
        if (!(await store.Write(Actor.Nobody, db => SignIn.Attempt(account, address, db, cancel), cancel)).Value)
        {
            return new(Wait: SignIn.Wait);
        }

        if (await passkeys.Shown(state, credential, context) is var (user, passkey)
            && (await store.Write(Actor.Nobody, db => Use(user.Id, passkey, state, db, cancel), cancel)).Value)
        {
            return await entrance.Begin(user.Id, account, address, new { By = "passkey" }, context, cancel);
        }

        if (await passkeys.OwnerOf(id, cancel) is { } owner)
        {
            await failures.Note(new(owner.Id, owner.Email, address, context.TraceIdentifier, "passkey"), cancel);
        }

        return new();
    }

    private static async Task<Outcome<bool>> Use(long user, UserPasskeyInfo passkey, string state, LintelDb db, CancellationToken cancel) =>
        await Passkeys.Take(state, db, cancel) && await db.Sql.First(
            UseSql,
            row => row.Int(),
            cancel,
            ("user", user),
            ("credential", passkey.CredentialId),
            ("count", (long)passkey.SignCount),
            ("backed_up", passkey.IsBackedUp),
            ("now", db.Now)) == 1;

    private static string? Id(string credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential);
            return json.RootElement is { ValueKind: JsonValueKind.Object } sent && sent.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
