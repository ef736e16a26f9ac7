using System.Net;
using System.Text.RegularExpressions;
using Lintel.Tests.Running;

namespace Lintel.Tests.Instances;

/// <summary>An installation of two processes, begun at whichever of them the operator comes to.</summary>
[OnlyPostgres]
public sealed partial class SetUpAtTwoTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-setup-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_in_either_log_opens_both_until_somebody_has_an_account_and_then_neither()
    {
        await using var database = await TestDatabase.Make(_folder);
        var starting = await Task.WhenAll(Start("one", database), Start("other", database));
        await using var one = starting[0];
        await using var other = starting[1];
        var (ofOne, ofOther) = (await one.SetUp, await other.SetUp);
        Assert.NotEqual(ofOne, ofOther);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], await Ask(one, other, ofOne, ofOther));

        // With the link of the one, at the other.
        var page = await other.Http.GetStringAsync(ofOne, Cancel);
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", FormToken().Match(page).Groups[1].Value), new("_handler", "setup"), new("agency", "Harbour Homes"),
            new("time_zone", "Asia/Hong_Kong"), new("name", "Ada"), new("email", "ada@example.com"), new("password", "a rather long secret"),
        ]);
        using var made = await other.Http.PostAsync(ofOne, form, Cancel);

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal(1, await database.Count("SELECT count(*) FROM users"));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], await Ask(one, other, ofOne, ofOther));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<RunningLintel> Start(string name, TestDatabase database) => RunningLintel.Start(Path.Combine(_folder, name), database.ConnectionString);

    private static async Task<List<HttpStatusCode>> Ask(RunningLintel one, RunningLintel other, string ofOne, string ofOther)
    {
        var answers = new List<HttpStatusCode>();
        foreach (var (http, link) in ((HttpClient, string)[])[(one.Http, ofOne), (one.Http, ofOther), (other.Http, ofOne), (other.Http, ofOther)])
        {
            using var answer = await http.GetAsync(link, Cancel);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
