using System.Globalization;
using Lintel.Http;

namespace Lintel.Spreadsheets;

/// <summary>
/// What stands in one cell. Text that a spreadsheet would take for a formula (it begins with <c>= + - @</c>, a tab or a line end) gets an
/// apostrophe before it, which spreadsheets read as "this is text" and people hardly notice. A phone number in E.164, a plus and digits, stays as
/// it is: as a formula it means no more than its own digits, and whoever reads the file finds it in its one canonical form.
/// </summary>
public readonly record struct Cell
{
    // Well above the 15 digits of E.164, and nothing that a formula could do harm with.
    private const int LongestPhone = 20;

    private const string Between = "; ";

    private Cell(string? value, bool isNumber) => (Value, IsNumber) = (value, isNumber);

    /// <summary>Null when the cell is empty.</summary>
    public string? Value { get; }

    public bool IsNumber { get; }

    public static implicit operator Cell(string? text) => new(Harmless(text), false);

    public static implicit operator Cell(long? number) => new(number?.ToString(CultureInfo.InvariantCulture), true);

    public static implicit operator Cell(long number) => new(number.ToString(CultureInfo.InvariantCulture), true);

    public static implicit operator Cell(decimal? number) => new(number?.ToString(CultureInfo.InvariantCulture), true);

    public static implicit operator Cell(bool truth) => new(truth ? "true" : "false", false);

    public static implicit operator Cell(DateTime time) => new(WireTime.Text(time), false);

    public static implicit operator Cell(DateTime? time) => new(time is { } at ? WireTime.Text(at) : null, false);

    public static implicit operator Cell(DateOnly? day) => new(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false);

    public static Cell Of<T>(T value)
        where T : struct, Enum => new(WireEnum<T>.Name(value), false);

    public static Cell Of(IReadOnlyList<string> texts) => texts.Count == 0 ? default(Cell) : string.Join(Between, texts);

    private static string? Harmless(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] && !IsPhone(text) ? "'" + text : text;

    private static bool IsPhone(string text) =>
        text[0] == '+' && text.Length is > 1 and <= LongestPhone && !text.AsSpan(1).ContainsAnyExceptInRange('0', '9');
}
