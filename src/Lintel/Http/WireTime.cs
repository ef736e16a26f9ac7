using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lintel.Model;

namespace Lintel.Http;

/// <summary>Times as the wire has them: out in UTC with milliseconds and <c>Z</c>; in with any offset, or none, which means the agency's.</summary>
public sealed class WireTime : JsonConverter<DateTime>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly string[] Local =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz",
    ];

    public static bool TryParse(string text, Agency agency, out DateTime utc)
    {
        // RFC 3339 allows the letters in either case.
        text = text.ToUpperInvariant();
        if (text.EndsWith('Z'))
        {
            text = text[..^1] + "+00:00";
        }

        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            utc = Whole(instant.UtcDateTime);
            return InRange(utc);
        }

        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && InRange(local))
        {
            utc = Whole(agency.ToUtc(local));
            return true;
        }

        utc = default;
        return false;
    }

    /// <summary>An instant as the wire has it.</summary>
    public static string Text(DateTime utc) => utc.ToString(Format, CultureInfo.InvariantCulture);

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.ParseExact(reader.GetString()!, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[24];
        value.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>Years that a calendar, a spreadsheet and both databases can hold, with room for any time zone.</summary>
    private static bool InRange(DateTime time) => time.Year is >= 1900 and <= 9998;

    private static DateTime Whole(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
