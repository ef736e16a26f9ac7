using System.Net;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>A new API key, as somebody asks for it.</summary>
public sealed record KeyRequest
{
    /// <summary>What it is for, so that one knows it later.</summary>
    [Text(ApiKey.LongestName, Required = true, Example = "Website form")]
    public Field<string> Name { get; init; }

    /// <summary>What it may be used for.</summary>
    [Value(Required = true)]
    public Field<Scope?> Scope { get; init; }

    /// <summary>When it ends by itself; null for never.</summary>
    [Time]
    public Field<string> ExpiresAt { get; init; }

    /// <summary>Addresses and networks it may be used from; from everywhere when there are none.</summary>
    [Texts(Example = new[] { "203.0.113.0/24" })]
    public Field<string[]> AllowedAddresses { get; init; }
}

/// <summary>A key that was just made: this once in clear.</summary>
public sealed record NewKey(ApiKey Row, string Key);

/// <summary>A key that was just made.</summary>
/// <param name="Key">What is known of it from now on.</param>
/// <param name="Secret">The key itself, this once.</param>
public sealed record NewKeyAnswer(KeyView Key, string Secret)
{
    public bool Success => true;
}

/// <summary>Makes an API key of the agency.</summary>
public static class CreateKey
{
    private const int ShownOfKey = 6;

    /// <summary>Makes an API key. The answer shows it, this once; what is kept is its hash.</summary>
    public static async Task<Results<Created<NewKeyAnswer>, ProblemHttpResult>> Post(KeyRequest request, Caller caller, Store store, CancellationToken cancel)
    {
        // Past what keeps answers for an Idempotency-Key: this one is not to be kept.
        var outcome = await store.Write(caller.Actor, db => Handle(request, db, cancel), cancel);
        return outcome.Refusal is { } refusal
            ? Problems.Of(refusal)
            : TypedResults.Created("/keys", new NewKeyAnswer(KeyView.Of(outcome.Value.Row), outcome.Value.Key));
    }

    public static async Task<Outcome<NewKey>> Handle(KeyRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var (name, scope) = (check.Text("name", request.Name, ApiKey.LongestName), check.Plain("scope", request.Scope));
        var (expires, addresses) = (check.Time("expires_at", request.ExpiresAt), check.Texts("allowed_addresses", request.AllowedAddresses));
        check.Required("name", name);
        check.Required("scope", scope);
        if (expires.Value <= db.Now)
        {
            check.Error("expires_at", "must be in the future");
        }

        var networks = (addresses.Value ?? []).ConvertAll(Network);
        if (networks.Contains(null))
        {
            check.Error("allowed_addresses", "must be addresses or networks such as 203.0.113.7 or 203.0.113.0/24");
        }

        if (check.Failed)
        {
            return check.Refusal;
        }

        var key = SentKey.Prefix + Secret.Make();
        var row = new ApiKey
        {
            AgencyId = db.AgencyId,
            Name = name.Value!,
            Scope = scope.Value!.Value,
            KeyHash = Secret.Hash(key),
            Hint = key[..(SentKey.Prefix.Length + ShownOfKey)],
            AllowedAddresses = networks!,
            CreatedAt = db.Now,
            ExpiresAt = expires.Value,
        };
        db.ApiKeys.Add(row);
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Created, "key", row.Id, null, new { row.Name, row.Scope }, cancel);
        return new NewKey(row, key);
    }

    /// <summary>An address as the network that holds it alone; null when it is neither.</summary>
    private static string? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network.ToString()
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128).ToString()
        : null;
}
