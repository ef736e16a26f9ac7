using System.Text;

namespace Lintel.Demo;

/// <summary>A sentence with gaps, such as "Is {estate} still available?", taken apart once and filled many times.</summary>
public sealed class Phrase
{
    private readonly string[] _parts;

    /// <summary>Every second part is the name of a gap.</summary>
    public Phrase(string text) => _parts = text.Split('{', '}');

    public string Fill(Func<string, string> word, StringBuilder into)
    {
        into.Clear();
        for (var i = 0; i < _parts.Length; i++)
        {
            into.Append(i % 2 == 0 ? _parts[i] : word(_parts[i]));
        }

        return into.ToString();
    }

    public static Phrase[] All(params string[] texts) => [.. texts.Select(text => new Phrase(text))];
}

/// <summary>The same thing to say, in several wordings of both languages.</summary>
public sealed record Saying(Phrase[] English, Phrase[] Chinese)
{
    public Phrase[] In(string language) => language == "zh" ? Chinese : English;
}
