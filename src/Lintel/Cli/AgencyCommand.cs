using System.CommandLine;
using System.Globalization;
using Lintel.Accounts;

namespace Lintel.Cli;

/// <summary><c>lintel agency create</c>: founds an agency.</summary>
internal static class AgencyCommand
{
    public static Command Make()
    {
        var name = new Option<string>("--name") { Description = "The agency's name.", Required = true };
        var zone = new Option<string>("--time-zone") { Description = "IANA time zone of its days; Asia/Hong_Kong when not said." };
        var currency = new Option<string>("--currency") { Description = "ISO 4217 code of its money; HKD when not said." };
        var region = new Option<string>("--region") { Description = "ISO 3166 region of phone numbers without a country code; HK when not said." };
        var create = new Command("create", "Makes an agency and prints its id.") { name, zone, currency, region };
        create.SetAction((parsed, cancel) =>
        {
            var request = new AgencyRequest
            {
                Name = Unit.Sent(parsed.GetValue(name)),
                TimeZone = Unit.Sent(parsed.GetValue(zone)),
                Currency = Unit.Sent(parsed.GetValue(currency)),
                Region = Unit.Sent(parsed.GetValue(region)),
            };
            return Unit.Run(null, db => CreateAgency.Handle(request, db, cancel), agency => agency.Id.ToString(CultureInfo.InvariantCulture), cancel);
        });
        return new Command("agency", "Agencies on this server.") { create };
    }
}
