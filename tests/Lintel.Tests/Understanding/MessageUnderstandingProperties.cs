using CsCheck;
using Lintel.Understanding;

namespace Lintel.Tests.Understanding;

public sealed class MessageUnderstandingProperties
{
    private static readonly string[] Pieces =
    [
        "旺角", "TST", "central", "兩", "萬", "五", "房", "k", "20", "-", "至", "，", ",", " ", "\n", "唔要", "not", "or", "或", "$", "月", "號", "3", "/",
        "@a", "+852", "9123", "4567", "#", "ref", ":", "_",
        "\0", "\uD800", "\uDC00", "\u200B", "a.b@c.de", "https://28hse.com/x", "左右", "億", "零", "半", "個", "studio", "next month", "31", "may", "Ａ",
        "１", "。", "sq ft", "月租", "入住",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(i =>
        Pieces[i]).Array[0, 60].Select(pieces => string.Concat(pieces)));

    [Fact]
    public void Never_throws_and_quotes_only_what_is_there() => Texts.Sample(text =>
    {
        var understood = Read(text);
        return understood.Evidence.All(evidence => evidence.Length > 0 && text.Substring(evidence.Start, evidence.Length) == evidence.Text);
    });

    [Fact]
    public void Values_are_sane() => Texts.Sample(text =>
    {
        var understood = Read(text);
        return understood.Bedrooms is null or (>= 0 and <= 50)
            && !(understood.BudgetMin > understood.BudgetMax) && understood.BudgetMin is null or >= 0
            && !(understood.MoveInDate < Corpus.Today)
            && understood.PreferredAreas.Count <= 50 && understood.PropertyReferences.Count <= 50;
    });

    [Fact]
    public void The_same_message_is_understood_the_same_way() => Texts.Sample(text =>
        Facts(text).SequenceEqual(Facts(text)) && Read(text).Evidence.SequenceEqual(Read(text).Evidence));

    [Fact]
    public void Full_width_is_half_width()
    {
        Assert.All(Corpus.Read(), message => Assert.Equal(Facts(message.Text), Facts(FullWidth(message.Text))));
    }

    [Fact]
    public void Capitals_of_ordinary_words_do_not_matter()
    {
        Assert.All(Corpus.Read().Where(message => message.Expected["language"][0] == "zh"), message =>
            Assert.Equal(Read(message.Text).BudgetMax, Read(message.Text.ToUpperInvariant()).BudgetMax));
    }

    // Twice the message must not cost more than about twice the work, whatever it repeats: counted in allocations, which do not depend on the
    // machine's load.
    [Fact]
    public void Work_grows_with_the_length_only()
    {
        foreach (var piece in Pieces)
        {
            var once = AllocatedBy(string.Concat(Enumerable.Repeat(piece, 2_000)));
            var twice = AllocatedBy(string.Concat(Enumerable.Repeat(piece, 4_000)));
            Assert.True(twice < (once * 3) + 100_000, $"{piece}: {once} then {twice}");
        }
    }

    [Fact]
    public void A_very_long_message_is_read_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("旺角兩房兩萬五, not TST or ", 40_000)) + " a@b.hk";
        Assert.Equal(["a@b.hk"], Read(text).Emails);
    }

    private static long AllocatedBy(string text)
    {
        Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Understood Read(string text) => MessageUnderstanding.Of(text, Corpus.Today, Gazetteer.HongKong);

    private static List<string> Facts(string text) =>
        [.. Corpus.FactsOf(Read(text)).Select(fact => $"{fact.Key}={string.Join(";", fact.Value)}")];

    private static string FullWidth(string text) =>
        string.Concat(text.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c));
}
