using System.Globalization;

namespace Lintel.Understanding;

/// <summary>The words that the readers know, found by one scan. One phrase may mean several things; context decides in the readers.</summary>
internal static class Lexicon
{
    private static readonly List<Meaning> Meanings = [];
    private static readonly PhraseTrie Phrases = Load(LexiconOfHomes.Entries, LexiconOfTimeAndPlace.Entries);

    /// <summary>The longest phrase at <paramref name="start"/>, or null when there is none.</summary>
    internal static Meaning? At(FoldedText text, int start, out int end)
    {
        var meaning = Phrases.Longest(text, start, out end);
        return meaning < 0 ? null : Meanings[meaning];
    }

    private static PhraseTrie Load(params ReadOnlySpan<string> sources)
    {
        var meanings = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var line in source.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var equals = line.IndexOf('=', StringComparison.Ordinal);
                var heading = line[..equals].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var concept = Enum.Parse<Concept>(heading[0]);
                var number = heading.Length > 1 ? int.Parse(heading[1], CultureInfo.InvariantCulture) : 0;
                foreach (var phrase in line[(equals + 1)..].Split('|', StringSplitOptions.TrimEntries))
                {
                    var key = PhraseTrie.Squeeze(phrase);
                    meanings[key] = meanings.GetValueOrDefault(key).With(concept, number);
                }
            }
        }

        var trie = new PhraseTrie();
        foreach (var (phrase, meaning) in meanings)
        {
            trie.Add(phrase, Meanings.Count);
            Meanings.Add(meaning);
        }

        return trie;
    }
}

/// <summary>A set of concepts, with the number that goes with one of them (a month, a type, a weekday).</summary>
internal readonly record struct Meaning(UInt128 Set, int Number)
{
    internal Meaning With(Concept concept, int number) => new(Set | Bit(concept), number == 0 ? Number : number);

    internal static UInt128 Bit(Concept concept) => UInt128.One << (int)concept;
}
