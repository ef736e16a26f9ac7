using System.CommandLine;
using System.Text;
using Lintel.Accounts;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Cli;

/// <summary><c>lintel owner create</c>: the first person of an installation; asks for what it is not told.</summary>
internal static class OwnerCommand
{
    public static Command Make()
    {
        var agency = new Option<long>("--agency") { Description = "The agency's id.", DefaultValueFactory = _ => Agency.DefaultId };
        var email = new Option<string?>("--email") { Description = "By which they sign in; asked for when not said." };
        var name = new Option<string?>("--name") { Description = "What they are called." };
        var password = UserCommand.PasswordOption();
        var create = new Command("create", "Makes the first owner of an agency, asking for email and password, and prints their id.") { agency, email, name, password };
        create.SetAction(async (parsed, cancel) =>
        {
            var request = new UserRequest
            {
                Email = Unit.Sent(parsed.GetValue(email) ?? await Ask("Email: ", cancel)),
                Name = Unit.Sent(parsed.GetValue(name)),
                Role = Field<Role?>.Sent(Role.Owner),
                Password = Unit.Sent(parsed.GetValue(password) || Console.IsInputRedirected ? await Console.In.ReadLineAsync(cancel) : AskInSecret("Password: ")),
            };
            return await UserCommand.Create(parsed.GetValue(agency), request, cancel);
        });
        return new Command("owner", "Who answers for an agency.") { create };
    }

    private static async Task<string?> Ask(string what, CancellationToken cancel)
    {
        await Console.Error.WriteAsync(what);
        return await Console.In.ReadLineAsync(cancel);
    }

    /// <summary>What is typed is not shown.</summary>
    private static string AskInSecret(string what)
    {
        Console.Error.Write(what);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
