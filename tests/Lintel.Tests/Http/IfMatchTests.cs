using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Http;

public sealed class IfMatchTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task Of_two_that_read_the_same_one_changes()
    {
        var (path, tag) = await New();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => lintel.Http.PutJson(path, new { notes = $"by {i}" }, ("If-Match", tag))));

        Assert.Equal(
            [HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, 7)],
            answers.Select(answer => answer.Status).Order());
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.IsProblem(HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task The_tag_of_a_change_is_the_tag_that_is_read_next()
    {
        var (path, tag) = await New();

        var changed = await lintel.Http.PutJson(path, new { notes = "x" }, ("If-Match", tag));
        var read = await lintel.Http.GetJson(path);

        Assert.False(read.Headers.ETag!.IsWeak);
        Assert.Equal(read.Headers.ETag, changed.Headers.ETag);
        Assert.NotEqual(tag, read.Headers.ETag.ToString());
    }

    [Theory]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("{tag}", HttpStatusCode.OK)]
    [InlineData("\"99-0\", {tag}", HttpStatusCode.OK)]
    [InlineData("{tag},\"99-0\"", HttpStatusCode.OK)]
    [InlineData("W/{tag}", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"99-0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"99-0\", \"98-0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("junk", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"-1\"", HttpStatusCode.PreconditionFailed)]
    public async Task Tags_are_compared_strongly_and_one_of_a_list_is_enough(string ifMatch, HttpStatusCode status)
    {
        var (path, tag) = await New();

        var answer = await lintel.Http.PutJson(path, new { notes = "x" }, ("If-Match", ifMatch.Replace("{tag}", tag, StringComparison.Ordinal)));

        Assert.Equal(status, answer.Status);
    }

    private async Task<(string Path, string Tag)> New()
    {
        var path = (await lintel.Http.PostJson("/leads", new { name = "Tagged" })).Headers.Location!.ToString();
        return (path, (await lintel.Http.GetJson(path)).Headers.ETag!.ToString());
    }
}
