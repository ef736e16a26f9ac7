using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lintel.Model;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lintel.Data;

/// <summary>The fields of a lead that its messages filled, each with the words that said so, in one column.</summary>
public static class UnderstoodJson
{
    private const string None = "{}";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyDictionary<string, UnderstoodWords> Read(string json) =>
        json == None ? Lead.NothingUnderstood : JsonSerializer.Deserialize<Dictionary<string, UnderstoodWords>>(json, Options)!;

    private static string Write(IReadOnlyDictionary<string, UnderstoodWords> words) =>
        words.Count == 0 ? None : JsonSerializer.Serialize(words, Options);

    public sealed class Converter() : ValueConverter<IReadOnlyDictionary<string, UnderstoodWords>, string>(words => Write(words), json => Read(json));

    /// <summary>By instance: what a lead's messages said is replaced, never changed.</summary>
    public sealed class Comparer() : ValueComparer<IReadOnlyDictionary<string, UnderstoodWords>>(
        (one, other) => ReferenceEquals(one, other), words => RuntimeHelpers.GetHashCode(words), words => words);
}
