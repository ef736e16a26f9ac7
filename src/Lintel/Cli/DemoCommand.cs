using System.CommandLine;
using System.Diagnostics;
using Lintel.Accounts;
using Lintel.Demo;
using Lintel.Model;

namespace Lintel.Cli;

/// <summary><c>lintel demo</c>: fills an empty agency with made-up data.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var leads = Count("--leads", "How many leads to make up.", 2_000, 0, MakeDemo.MostLeads);
        var agents = Count("--agents", "How many agents.", 12, 0, MakeDemo.MostAgents);
        var properties = Count("--properties", "How many listings.", 300, 0, MakeDemo.MostProperties);
        var seed = Count("--seed", "The same seed makes the same data.", 1, long.MinValue, long.MaxValue);
        var agency = Count("--agency", "Whose data it becomes; the agency must be empty.", Agency.DefaultId, 1, long.MaxValue);
        var people = new Option<bool>("--people") { Description = "Makes somebody of each role, too, with a password that is no secret." };
        var command = new Command("demo", "Fills an empty agency with a made-up Hong Kong agency: agents, listings and more than a year of leads.")
        {
            leads, agents, properties, seed, agency, people,
        };
        command.SetAction((parsed, cancel) => Run(
            new DemoRequest(
                parsed.GetValue(agency), parsed.GetValue(leads), (int)parsed.GetValue(agents), (int)parsed.GetValue(properties), parsed.GetValue(seed)),
            parsed.GetValue(people),
            cancel));
        return command;
    }

    private static async Task<int> Run(DemoRequest request, bool people, CancellationToken cancel)
    {
        var since = Stopwatch.StartNew();
        await using var store = CommandLine.OpenStore();
        await store.Prepare(upgrade: true, cancel);
        if (await MakeDemo.Handle(request, store, TimeProvider.System, text => Console.Error.WriteLine($"{since.Elapsed.TotalSeconds,7:0.0} s  {text}"), cancel) is { } whyNot)
        {
            await Console.Error.WriteLineAsync($"lintel: {whyNot}");
            return 1;
        }

        if (people)
        {
            var agency = (await new Agencies(store, TimeProvider.System).Find(request.AgencyId, cancel))!;
            var made = await store.Write(Actor.Nobody with { Agency = agency }, db => DemoPeople.Handle(db, cancel), cancel);
            if (made.Refusal is { } refusal)
            {
                return await Unit.Fail(refusal.Detail, CommandLine.Failed);
            }
        }

        Console.WriteLine($"Agency {request.AgencyId} now has {request.Leads:#,0} leads, {request.Agents:#,0} agents and {request.Properties:#,0} listings ({since.Elapsed.TotalSeconds:0.0} s).");
        return 0;
    }

    private static Option<long> Count(string name, string description, long otherwise, long least, long most)
    {
        var option = new Option<long>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(given =>
        {
            // What is no number at all the parser names itself.
            if (given.Tokens is [var text] && long.TryParse(text.Value, out var number) && (number < least || number > most))
            {
                given.AddError($"{name} must be from {least} to {most}.");
            }
        });
        return option;
    }
}
