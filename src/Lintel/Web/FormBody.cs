using System.Text.Json;
using System.Text.Json.Nodes;
using Lintel.Http;
using Microsoft.Extensions.Primitives;

namespace Lintel.Web;

/// <summary>
/// A form as the request that the API would be sent: pages and API go through one door, with the same checks and the same words when something
/// is wrong. A field is named as the API's key; one that is not in the form is not in the request.
/// </summary>
public static class FormBody
{
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '\n'];

    public static T Read<T>(IFormCollection form)
        where T : class
    {
        var body = new JsonObject();
        foreach (var property in typeof(T).GetProperties())
        {
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            if (form.TryGetValue(name, out var values) && property.PropertyType is { IsGenericType: true } field
                && field.GetGenericTypeDefinition() == typeof(Field<>))
            {
                body[name] = Value(values, Nullable.GetUnderlyingType(field.GenericTypeArguments[0]) ?? field.GenericTypeArguments[0]);
            }
        }

        return body.Deserialize<T>(WireJson.Options)!;
    }

    /// <summary>What a page kept in a form for itself, as to undo something.</summary>
    /// <exception cref="BadHttpRequestException">It is not what a page of ours would have kept.</exception>
    public static T Kept<T>(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json ?? "null") ?? throw new BadHttpRequestException("The form holds nothing.");
        }
        catch (JsonException)
        {
            throw new BadHttpRequestException("The form holds what no page of ours put there.");
        }
    }

    /// <summary>Whether a list's field takes this for one item.</summary>
    public static bool IsOne(string text) => Parts(text) is [var only] && only == text;

    private static JsonNode? Value(StringValues values, Type type)
    {
        if (type == typeof(string[]))
        {
            return new JsonArray([.. values.SelectMany(text => Parts(text ?? "")).Select(text => JsonValue.Create(text))]);
        }

        // The last one counts: a check box comes after a hidden field with what it says when it is not ticked.
        var last = values.LastOrDefault();
        if (string.IsNullOrWhiteSpace(last))
        {
            return null;
        }

        return type == typeof(bool) && bool.TryParse(last, out var truth) ? JsonValue.Create(truth)
            : type == typeof(long) && long.TryParse(last.Replace(",", "", StringComparison.Ordinal).Trim(), out var whole) ? JsonValue.Create(whole)
            : type == typeof(double) && double.TryParse(last, out var real) ? JsonValue.Create(real)
            : JsonValue.Create(last);
    }

    // A comma may be part of a web address: those stand one on a line.
    private static string[] Parts(string text) => text.Contains("://", StringComparison.Ordinal) ? text.Split('\n', Choose) : text.Split(Separators, Choose);

    private const StringSplitOptions Choose = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
}
