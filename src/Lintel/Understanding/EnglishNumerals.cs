namespace Lintel.Understanding;

/// <summary>The small numbers that people write out: "two bedrooms", "three or four".</summary>
internal static class EnglishNumerals
{
    internal static int ValueOf(ReadOnlySpan<char> word) => word switch
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
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        _ => -1,
    };
}
