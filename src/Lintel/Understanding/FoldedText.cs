namespace Lintel.Understanding;

/// <summary>A message in folded characters, with the way back to the original's positions.</summary>
internal sealed class FoldedText
{
    private readonly char[] characters;
    private readonly int[]? origins;

    private FoldedText(string original, char[] characters, int length, int[]? origins)
    {
        Original = original;
        this.characters = characters;
        Length = length;
        this.origins = origins;
    }

    internal string Original { get; }

    internal int Length { get; }

    /// <summary>The character at <paramref name="index"/>, or NUL outside the text, so that readers may look beyond either end.</summary>
    internal char this[int index] => (uint)index < (uint)Length ? characters[index] : '\0';

    internal static FoldedText Of(string original)
    {
        var characters = new char[original.Length];
        int[]? origins = null;
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            if (Folding.IsInvisible(original[i]))
            {
                origins ??= Identity(original.Length, i);
                continue;
            }

            characters[length] = Folding.Fold(original[i]);
            origins?[length] = i;
            length++;
        }

        return new FoldedText(original, characters, length, origins);
    }

    internal ReadOnlySpan<char> Slice(int start, int end) => characters.AsSpan(start, end - start);

    /// <summary>The original's words between two folded positions.</summary>
    internal Evidence Quote(string field, int start, int end)
    {
        var first = OriginOf(start);
        var last = OriginOf(end - 1);
        return new Evidence(field, Original.Substring(first, last + 1 - first), first, last + 1 - first);
    }

    internal char OriginalAt(int index) => Original[OriginOf(index)];

    internal int OriginOf(int index) => origins is null ? index : origins[index];

    private static int[] Identity(int size, int filled)
    {
        var origins = new int[size];
        for (var i = 0; i < filled; i++)
        {
            origins[i] = i;
        }

        return origins;
    }
}
