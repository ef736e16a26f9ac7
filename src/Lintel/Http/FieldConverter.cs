using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lintel.Http;

/// <summary>Reads each <see cref="Field{T}"/> of a request body by the wire's rules.</summary>
public sealed class FieldConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Field<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var value = typeToConvert.GetGenericArguments()[0];
        var plain = Nullable.GetUnderlyingType(value) ?? value;
        return plain switch
        {
            _ when plain == typeof(string) => new Text(),
            _ when plain == typeof(long) => new Whole(),
            _ when plain == typeof(double) => new Real(),
            _ when plain == typeof(bool) => new Truth(),
            _ when plain == typeof(DateOnly) => new Day(),
            _ when plain == typeof(string[]) => new Texts(),
            _ when plain == typeof(JsonElement) => new Anything(),
            _ when plain.IsEnum => (JsonConverter)Activator.CreateInstance(typeof(OneOf<>).MakeGenericType(plain))!,
            _ => throw new NotSupportedException($"No field reads {plain}."),
        };
    }

    /// <summary>Text as it was sent; null when it is no valid Unicode (a lone surrogate, or bytes that are no UTF-8).</summary>
    private static string? Decode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private abstract class Of<T> : JsonConverter<Field<T>>
    {
        protected const string NotUnicode = "must be valid Unicode text";

        public override bool HandleNull => true;

        public override Field<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return Field<T>.Sent(default);
            }

            var field = Read(ref reader);

            // A value may be an array or an object; whatever was made of it, the reader must stand at its end. All of it is there already, though
            // more of the body may not be, which Skip would not accept.
            reader.TrySkip();
            return field;
        }

        public override void Write(Utf8JsonWriter writer, Field<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);

        protected abstract Field<T> Read(ref Utf8JsonReader reader);
    }

    private sealed class Text : Of<string>
    {
        protected override Field<string> Read(ref Utf8JsonReader reader) =>
            reader.TokenType != JsonTokenType.String ? Field<string>.Unfit("must be text")
            : Decode(ref reader) is { } text ? Field<string>.Sent(text)
            : Field<string>.Unfit(NotUnicode);
    }

    private sealed class Whole : Of<long?>
    {
        protected override Field<long?> Read(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
                ? Field<long?>.Sent((long)number)
                : Field<long?>.Unfit("must be a whole number");
    }

    private sealed class Real : Of<double?>
    {
        protected override Field<double?> Read(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number)
                ? Field<double?>.Sent(number)
                : Field<double?>.Unfit("must be a number");
    }

    private sealed class Truth : Of<bool?>
    {
        protected override Field<bool?> Read(ref Utf8JsonReader reader) => reader.TokenType switch
        {
            JsonTokenType.True => Field<bool?>.Sent(true),
            JsonTokenType.False => Field<bool?>.Sent(false),
            _ => Field<bool?>.Unfit("must be true or false"),
        };
    }

    private sealed class Day : Of<DateOnly?>
    {
        protected override Field<DateOnly?> Read(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String
            && DateOnly.TryParseExact(Decode(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Field<DateOnly?>.Sent(day)
                : Field<DateOnly?>.Unfit("must be a date (YYYY-MM-DD)");
    }

    private sealed class OneOf<T> : Of<T?>
        where T : struct, Enum
    {
        protected override Field<T?> Read(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String && WireEnum<T>.TryParse(Decode(ref reader), out var value)
                ? Field<T?>.Sent(value)
                : Field<T?>.Unfit($"must be one of {WireEnum<T>.All}");
    }

    private sealed class Texts : Of<string[]>
    {
        private const string NotTexts = "must be a list of texts";

        protected override Field<string[]> Read(ref Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                return Field<string[]>.Unfit(NotTexts);
            }

            var texts = new List<string>();
            string? problem = null;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType != JsonTokenType.String)
                {
                    problem ??= NotTexts;
                    reader.TrySkip();
                }
                else if (Decode(ref reader) is { } text)
                {
                    texts.Add(text);
                }
                else
                {
                    problem ??= NotUnicode;
                }
            }

            return problem is null ? Field<string[]>.Sent([.. texts]) : Field<string[]>.Unfit(problem);
        }
    }

    /// <summary>For the few fields whose value has several forms; the use-case reads it.</summary>
    private sealed class Anything : Of<JsonElement?>
    {
        protected override Field<JsonElement?> Read(ref Utf8JsonReader reader) => Field<JsonElement?>.Sent(JsonElement.ParseValue(ref reader));
    }
}
