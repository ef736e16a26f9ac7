using System.Text.RegularExpressions;
using Lintel.Tests.Running;

namespace Lintel.Tests.Cli;

public sealed class DemoCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-demo-").FullName;

    [Fact]
    public async Task It_makes_the_database_fills_it_and_says_so_and_does_it_once()
    {
        var (code, output, _) = await Demo("--leads", "60", "--agents", "3", "--properties", "9", "--seed", "5");

        Assert.Equal(0, code);
        Assert.Matches(new Regex(@"^Agency 1 now has 60 leads, 3 agents and 9 listings \([0-9.]+ s\)\.\n$"), output);

        var (again, nothing, error) = await Demo("--leads", "60", "--seed", "6");
        Assert.Equal((1, "", "lintel: agency 1 has data of its own, and demo data goes into an empty agency only\n"), (again, nothing, error));
    }

    [Fact]
    public async Task An_agency_that_is_not_there_is_named()
    {
        var (code, _, error) = await Demo("--agency", "7");

        Assert.Equal((1, "lintel: agency 7 does not exist\n"), (code, error));
    }

    [Theory]
    [InlineData("--leads", "-1")]
    [InlineData("--leads", "10000001")]
    [InlineData("--leads", "many")]
    [InlineData("--agents", "10001")]
    [InlineData("--properties", "1000001")]
    [InlineData("--agency", "0")]
    [InlineData("--seed", "x")]
    [InlineData("--colour", "red")]
    public async Task Bad_arguments_are_named_and_nothing_is_made(string name, string value)
    {
        var (code, _, error) = await Demo(name, value);

        Assert.Equal(2, code);
        Assert.Contains(name == "--colour" ? "colour" : name, error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Code, string Out, string Error)> Demo(params string[] arguments) => LintelProgram.Run(_folder, ["demo", .. arguments]);
}
