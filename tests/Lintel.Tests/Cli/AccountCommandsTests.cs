using System.Buffers.Binary;
using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Cli;

/// <summary>The commands by which an operator lets somebody in, run beside a server on the same database.</summary>
public sealed class AccountCommandsTests : ClosedServer
{
    [Fact]
    public async Task An_agency_its_owner_and_a_key_are_made_while_the_server_runs()
    {
        var agency = await Alone("", "agency", "create", "--name", "Harbour Homes", "--time-zone", "Asia/Tokyo", "--currency", "jpy", "--region", "JP");
        var user = await Alone(Password + "\n", "user", "create", "--agency", agency, "--role", "owner", "--email", "Amy@Example.com", "--password-stdin");
        var key = await Alone("", "key", "create", "--agency", agency, "--name", "script", "--scope", "write");

        Assert.Equal(("2", "1"), (agency, user));
        var signedIn = await Client().PostJson("/auth/sign-in", new { email = "amy@example.com", password = Password });
        Arrange.Same(
            """
            {"success": true, "user": {"id": 1, "email": "amy@example.com", "name": "amy"}, "role": "owner",
             "agency": {"id": 2, "name": "Harbour Homes", "time_zone": "Asia/Tokyo", "currency": "JPY", "region": "JP", "languages": ["en", "zh"], "working_hours": [], "logo": null, "agents_see_unassigned": false}}
            """,
            signedIn.Body);
        Assert.Equal(HttpStatusCode.Created, (await WithKey(key).PostJson("/leads", new { name = "Ken" })).Status);
    }

    [Fact]
    public async Task An_agent_is_linked_and_a_person_may_work_for_two_agencies()
    {
        var agent = (long)(await (await Key(Scope.Write)).PostJson("/agents", new { name = "Amy", email = "amy@example.com" }))["agent"]["id"]!;
        await Alone(Password + "\n", "user", "create", "--agency", "1", "--role", "agent", "--email", "a@example.com", "--agent", $"{agent}", "--password-stdin");
        var other = await Alone("", "agency", "create", "--name", "Other");

        var (code, id, error) = await Run("another long secret\n", "user", "create", "--agency", other, "--role", "manager", "--email", "a@example.com", "--password-stdin");

        Assert.Equal((0, "1\n", "lintel: this person had an account already and keeps its password\n"), (code, id, error));
        var me = await (await SignedIn("a@example.com")).GetJson("/auth/me");
        Assert.Equal((agent, 2), ((long)me["agent_id"]!, me["agencies"].AsArray().Count));
    }

    [Fact]
    public async Task The_program_hashes_a_password_as_often_as_OWASP_asks_for()
    {
        await Alone($"amy@example.com\n{Password}\n", "owner", "create");

        // Identity's third format: a mark, which function, and how often, in four bytes each from the second on.
        var hash = Convert.FromBase64String((string)(await Lintel.Database.Rows("SELECT password_hash FROM users"))[0][0]!);
        Assert.Equal((2u, 210_000u), (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))));
    }

    [Fact]
    public async Task The_first_owner_is_asked_for_what_was_not_said()
    {
        Assert.Equal("1", await Alone($"amy@example.com\n{Password}\n", "owner", "create"));

        Assert.Equal("owner", (string?)(await (await SignedIn("amy@example.com")).GetJson("/auth/me"))["role"]);
    }

    [Theory]
    [InlineData(2, "time_zone must be an IANA time zone such as Asia/Hong_Kong", "agency", "create", "--name", "X", "--time-zone", "Mars")]
    [InlineData(2, "currency must be an ISO 4217 code such as HKD", "agency", "create", "--name", "X", "--currency", "HK$")]
    [InlineData(2, "name is required", "agency", "create", "--name", " ")]
    [InlineData(1, "agency 9 does not exist", "key", "create", "--agency", "9", "--name", "X", "--scope", "read")]
    [InlineData(2, "expires_at must be in the future", "key", "create", "--agency", "1", "--name", "X", "--scope", "read", "--expires", "2020-01-01")]
    [InlineData(2, "password must be at least 10 characters", "user", "create", "--agency", "1", "--role", "owner", "--email", "a@example.com", "--password-stdin")]
    [InlineData(2, "agent_id does not exist", "user", "create", "--agency", "1", "--role", "agent", "--email", "a@example.com", "--agent", "9", "--password-stdin")]
    public async Task What_is_wrong_is_said_in_one_line(int code, string why, params string[] command)
    {
        var input = why.StartsWith("password", StringComparison.Ordinal) ? "short" : Password;

        Assert.Equal((code, "", $"lintel: {why}\n"), await Run(input, command));
    }

    [Theory]
    [InlineData("key", "create", "--agency", "1", "--name", "X", "--scope", "everything")]
    [InlineData("user", "create", "--agency", "1", "--role", "god", "--email", "a@example.com", "--password-stdin")]
    [InlineData("agency", "create")]
    public async Task Bad_arguments_end_with_two(params string[] command) => Assert.Equal(2, (await Run("", command)).Code);

    private async Task<string> Alone(string input, params string[] command)
    {
        var (code, output, error) = await Run(input, command);
        Assert.Equal((0, ""), (code, error.Replace("Email: ", "", StringComparison.Ordinal)));
        return output.TrimEnd('\n');
    }

    private Task<(int Code, string Out, string Error)> Run(string input, params string[] command) =>
        LintelProgram.Run(Lintel.Folder, Lintel.Database.ConnectionString, command, input);
}
