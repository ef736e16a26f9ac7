namespace Lintel.Data;

/// <summary>The ranges that times to the first answer are counted in, here and in the script that keeps the counts.</summary>
public static class ResponseRanges
{
    /// <summary>In minutes; each range ends where the next begins, and the last has no end.</summary>
    public static readonly int[] Begins = [0, 5, 15, 60, 4 * 60, 24 * 60];

    /// <summary>The SQL of a lead's range: 1 is the quickest, 0 is nobody's answer.</summary>
    public static readonly string Sql = $"CASE WHEN response_seconds IS NULL THEN 0 {string.Concat(Begins.Skip(1).Select(Below))}ELSE {Begins.Length} END";

    /// <summary>The range that begins after so many seconds; 0 when none does.</summary>
    public static int From(long seconds) => 1 + Array.FindIndex(Begins, begins => begins * 60 == seconds);

    private static string Below(int minutes, int range) => $"WHEN response_seconds < {minutes * 60} THEN {range + 1} ";
}
