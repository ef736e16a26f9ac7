using System.CommandLine;
using System.Globalization;
using Lintel.Accounts;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Cli;

/// <summary><c>lintel user create</c>: makes somebody a member of an agency.</summary>
internal static class UserCommand
{
    public static Command Make()
    {
        var agency = new Option<long>("--agency") { Description = "The agency's id.", Required = true };
        var role = new Option<string>("--role") { Description = "What they are there.", Required = true };
        role.AcceptOnlyFromAmong([.. WireEnum<Role>.Names]);
        var email = new Option<string>("--email") { Description = "By which they sign in.", Required = true };
        var name = new Option<string>("--name") { Description = "What they are called." };
        var agent = new Option<long?>("--agent") { Description = "Whose leads are theirs: an agent's id; by default the agent of the same email." };
        var password = PasswordOption();
        password.Required = true;
        var create = new Command("create", "Makes somebody a member of an agency and prints their id. Who has an account already keeps their password.")
        {
            agency, role, email, name, agent, password,
        };
        create.SetAction(async (parsed, cancel) =>
        {
            _ = WireEnum<Role>.TryParse(parsed.GetValue(role), out var chosen);
            var request = new UserRequest
            {
                Email = Unit.Sent(parsed.GetValue(email)),
                Name = Unit.Sent(parsed.GetValue(name)),
                Role = Field<Role?>.Sent(chosen),
                AgentId = parsed.GetValue(agent) is { } id ? Field<long?>.Sent(id) : default,
                Password = Unit.Sent(await Console.In.ReadLineAsync(cancel)),
            };
            return await Create(parsed.GetValue(agency), request, cancel);
        });
        return new Command("user", "People who can sign in.") { create };
    }

    public static Option<bool> PasswordOption() => new("--password-stdin") { Description = "Reads the password from the first line of standard input." };

    public static Task<int> Create(long agency, UserRequest request, CancellationToken cancel) => Unit.Run(
        agency,
        db => CreateUser.Handle(request, db, cancel),
        member =>
        {
            if (!member.IsNew)
            {
                Console.Error.WriteLine("lintel: this person had an account already and keeps its password");
            }

            return member.Id.ToString(CultureInfo.InvariantCulture);
        },
        cancel);
}
