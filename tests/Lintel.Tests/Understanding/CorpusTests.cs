
namespace Lintel.Tests.Understanding;

public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void The_corpus_is_large_and_half_Chinese()
    {
        var corpus = Corpus.Read();
        Assert.True(corpus.Count >= 580);
        Assert.True(corpus.Count(message => message.Expected["language"][0] == "zh") * 2 >= corpus.Count);
        Assert.Equal(corpus.Count, corpus.Select(message => message.Text).Distinct().Count());
    }

    [Fact]
    public void Messages_are_understood()
    {
        var score = CorpusScore.Of(Corpus.Read());
        output.WriteLine(score.Report());
        Assert.True(score.Overall >= 0.95, score.Report());
    }

    [Theory]
    [InlineData("first")]
    [InlineData("held-out")]
    [InlineData("fresh")]
    [InlineData("examiner")]
    [InlineData("blind")]
    public void Every_batch_is_understood_alike(string batch)
    {
        var score = CorpusScore.Of(Corpus.Read().Where(message => message.Batch == batch));
        output.WriteLine(score.Report());
        Assert.True(score.Overall >= 0.95, score.Report());
    }
}
