using System.CommandLine;
using Lintel.Accounts;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Cli;

/// <summary><c>lintel key create</c>: makes an API key.</summary>
internal static class KeyCommand
{
    public static Command Make()
    {
        var agency = new Option<long>("--agency") { Description = "The agency's id.", Required = true };
        var name = new Option<string>("--name") { Description = "What it is for.", Required = true };
        var scope = new Option<string>("--scope") { Description = "What it may be used for.", Required = true };
        scope.AcceptOnlyFromAmong([.. WireEnum<Scope>.Names]);
        var expires = new Option<string?>("--expires") { Description = "When it ends by itself, such as 2027-12-31; never when not said." };
        var from = new Option<string[]>("--from") { Description = "An address or network it may be used from; may be said several times. From everywhere when not said." };
        var create = new Command("create", "Makes an API key and prints it, this once.") { agency, name, scope, expires, from };
        create.SetAction((parsed, cancel) =>
        {
            _ = WireEnum<Scope>.TryParse(parsed.GetValue(scope), out var chosen);
            var request = new KeyRequest
            {
                Name = Unit.Sent(parsed.GetValue(name)),
                Scope = Field<Scope?>.Sent(chosen),
                ExpiresAt = Unit.Sent(parsed.GetValue(expires)),
                AllowedAddresses = Field<string[]>.Sent(parsed.GetValue(from) ?? []),
            };
            return Unit.Run(parsed.GetValue(agency), db => CreateKey.Handle(request, db, cancel), made => made.Key, cancel);
        });
        return new Command("key", "API keys.") { create };
    }
}
