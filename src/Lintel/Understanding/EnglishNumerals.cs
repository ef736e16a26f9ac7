namespace Lintel.Understanding;

/// <summary>The numbers below a hundred that people write out: "two bedrooms", "three or four", "twenty-five thousand".</summary>
internal static class EnglishNumerals
{
    /// <summary>The number that the word from <paramref name="start"/> to <paramref name="end"/> begins, with its second word: "twenty five"; -1 for none.</summary>
    internal static int Read(FoldedText text, int start, ref int end)
    {
        var value = ValueOf(text.Slice(start, end));
        if (value < 20 || text[end] is not (' ' or '-'))
        {
            return value;
        }

        var second = end + 1;
        while (char.IsAsciiLetter(text[second]))
        {
            second++;
        }

        var ones = ValueOf(text.Slice(end + 1, second));
        if (ones is > 0 and < 10 && !char.IsAsciiDigit(text[second]))
        {
            (value, end) = (value + ones, second);
        }

        return value;
    }

    private static int ValueOf(ReadOnlySpan<char> word) => word switch
    {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => -1,
    };
}
