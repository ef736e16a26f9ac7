using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Lintel.Http;

/// <summary>
/// What a query parameter or a key of a body can hold, where its type does not say it: told to the readers of the OpenAPI document, checked by
/// <see cref="Check"/>. The limits are the constants that the check is given.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class ShapeAttribute : Attribute
{
    /// <summary>What is meant when it is left out, in the form it is sent in.</summary>
    public object? Default { get; set; }

    /// <summary>A value that could be sent; without it, the glossary's is shown.</summary>
    public object? Example { get; set; }

    /// <summary>The call is refused without it.</summary>
    public bool Required { get; set; }

    /// <summary>It may be left out, but not be null.</summary>
    public bool NotNull { get; set; }

    /// <summary>What each item of a list is, where that is an object; null otherwise.</summary>
    public virtual Type? ItemType => null;

    /// <summary>Says it in the words of JSON Schema.</summary>
    public void Describe(OpenApiSchema schema)
    {
        Shape(schema);
        schema.Default = Node(Default) ?? schema.Default;
        schema.Examples = Node(Example) is { } example ? [example] : schema.Examples;
    }

    protected abstract void Shape(OpenApiSchema schema);

    protected static void Typed(OpenApiSchema schema, JsonSchemaType type, string? format = null) =>
        (schema.Type, schema.Format, schema.Pattern) = (type, format, null);

    private static JsonNode? Node(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value);
}

/// <summary>A key of a body whose type says what it can hold; for the rest that there is to say.</summary>
public sealed class ValueAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
    }
}

/// <summary>Free text of at most so many characters.</summary>
public sealed class TextAttribute(int most) : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.String);
        schema.MaxLength = most;
    }
}

/// <summary>A list of short texts.</summary>
public sealed class TextsAttribute(int longest = Check.LongestItem) : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Array);
        schema.MaxItems = Check.MostItems;
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest };
    }
}

/// <summary>A list of objects, each of which the use-case reads by itself, so that a wrong one does not spoil the others.</summary>
public sealed class ObjectsAttribute<T>(int most) : ShapeAttribute
{
    public override Type ItemType => typeof(T);

    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Array);
        schema.MaxItems = most;
    }
}

/// <summary>A slug; capitals are lowered.</summary>
public sealed class SlugAttribute : ShapeAttribute
{
    public const string Pattern = "^[A-Za-z0-9_-]{1,50}$";

    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.String);
        (schema.Pattern, schema.MaxLength) = (Pattern, 50);
    }
}

/// <summary>One or more slugs in a query, separated by commas.</summary>
public sealed class SlugsAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Array);
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = SlugAttribute.Pattern, MaxLength = 50 };
    }
}

/// <summary>A phone number as people write it.</summary>
public sealed class PhoneAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.String);
        schema.MaxLength = 40;
    }
}

/// <summary>An email address.</summary>
public sealed class EmailAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.String, "email");
        schema.MaxLength = Model.EmailAddress.MaxLength;
    }
}

/// <summary>An Instagram handle, with or without its at sign, or the address of the profile.</summary>
public sealed class HandleAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.String);
        schema.MaxLength = 200;
    }
}

/// <summary>An http or https address.</summary>
public sealed class WebAddressAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.String, "uri");
        schema.MaxLength = Check.LongestUrl;
    }
}

/// <summary>A list of http or https addresses.</summary>
public sealed class WebAddressesAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Array);
        schema.MaxItems = Check.MostItems;
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri", MaxLength = Check.LongestUrl };
    }
}

/// <summary>A whole number from least to most, both allowed.</summary>
public sealed class WholeAttribute(long least, long most = long.MaxValue) : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Integer, "int64");
        schema.Minimum = least.ToString(CultureInfo.InvariantCulture);
        schema.Maximum = most == long.MaxValue ? null : most.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A number from least to most, both allowed.</summary>
public sealed class RealAttribute(double least, double most) : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Number, "double");
        schema.Minimum = least.ToString("0.################", CultureInfo.InvariantCulture);
        schema.Maximum = most.ToString("0.################", CultureInfo.InvariantCulture);
    }
}

/// <summary>True or false.</summary>
public sealed class TruthAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema) => Typed(schema, JsonSchemaType.Boolean);
}

/// <summary>An instant; without an offset it is in the agency's time zone, and a bare date is its midnight there.</summary>
public sealed class TimeAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema) => Typed(schema, JsonSchemaType.String, "date-time");
}

/// <summary>A calendar day.</summary>
public sealed class DayAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema) => Typed(schema, JsonSchemaType.String, "date");
}

/// <summary>One of a few words.</summary>
public sealed class ChoiceAttribute(params string[] words) : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.String);
        schema.Enum = [.. words.Select(word => (JsonNode)word)];
    }
}

/// <summary>One or more values of an enum in a query, separated by commas.</summary>
public sealed class OneOfAttribute<T> : ShapeAttribute
    where T : struct, Enum
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Array);
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. WireEnum<T>.Names.Select(name => (JsonNode)name)] };
    }
}

/// <summary>By which columns a list can be sorted.</summary>
public interface ISortOrder
{
    static abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Those of them that a row may leave empty; it comes before all others then, and descending after them.</summary>
    static virtual IReadOnlyList<string> Optional => [];
}

/// <summary>Columns to sort by, separated by commas, each with a minus before it for descending.</summary>
public sealed class SortAttribute<T> : ShapeAttribute
    where T : ISortOrder
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Array);
        schema.Items = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. T.Columns.SelectMany(column => new JsonNode[] { column, "-" + column })],
        };
    }
}
