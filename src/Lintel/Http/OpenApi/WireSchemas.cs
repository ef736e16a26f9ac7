using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lintel.Http.OpenApi;

/// <summary>Says of each value what the wire's own converters make of it, which the framework cannot know, and what its <see cref="ShapeAttribute"/> adds.</summary>
public sealed class WireSchemas : IOpenApiSchemaTransformer
{
    // A key without a summary of its own is given that of its type, which says nothing to a caller.
    private const string SummaryOfField = "One key of a request body";

    public static bool IsField(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Field<>);

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var shape = context.JsonPropertyInfo is { AttributeProvider: { } property } ? ShapeOf(property) : ShapeOf(context.ParameterDescription?.ParameterDescriptor);
        if (IsField(type))
        {
            var value = type.GetGenericArguments()[0];
            Plain(schema, Nullable.GetUnderlyingType(value) ?? value);
            shape?.Describe(schema);
            if (shape is not ({ Required: true } or { NotNull: true }))
            {
                schema.Type |= JsonSchemaType.Null;
                schema.Enum?.Add(JsonNullSentinel.JsonNull);
            }

            if (schema.Description?.StartsWith(SummaryOfField, StringComparison.Ordinal) == true)
            {
                schema.Description = null;
            }
        }
        else
        {
            if (plain == typeof(DateTime) || plain.IsEnum)
            {
                var mayBeNull = plain != type && plain == typeof(DateTime);
                Plain(schema, plain);
                schema.Type |= mayBeNull ? JsonSchemaType.Null : 0;
            }

            shape?.Describe(schema);
        }

        Whole(schema, context);
        Says(schema);
        return Task.CompletedTask;
    }

    /// <summary>Of an object: which keys are always there in an answer, and which a request must have.</summary>
    private static void Whole(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (schema.Properties?.ContainsKey(property.Name) != true)
            {
                continue;
            }

            var isRequest = IsField(property.PropertyType);
            if (!isRequest || ShapeOf(property.AttributeProvider) is { Required: true })
            {
                (schema.Required ??= new HashSet<string>()).Add(property.Name);
            }
        }
    }

    /// <summary>What an answer is by its kind: one that succeeded says so.</summary>
    private static void Says(OpenApiSchema schema)
    {
        if (schema.Properties?.TryGetValue("success", out var success) == true && success is OpenApiSchema always)
        {
            always.Enum = [true];
        }
    }

    private static void Plain(OpenApiSchema schema, Type type)
    {
        (JsonSchemaType? kind, string? format) = type switch
        {
            _ when type == typeof(long) => (JsonSchemaType.Integer, "int64"),
            _ when type == typeof(double) => (JsonSchemaType.Number, "double"),
            _ when type == typeof(bool) => (JsonSchemaType.Boolean, null),
            _ when type == typeof(DateOnly) => (JsonSchemaType.String, "date"),
            _ when type == typeof(DateTime) => (JsonSchemaType.String, "date-time"),
            _ when type == typeof(string[]) => (JsonSchemaType.Array, null),
            _ when type == typeof(string) || type.IsEnum => (JsonSchemaType.String, null),
            _ => ((JsonSchemaType?)null, (string?)null),
        };
        (schema.Type, schema.Format) = (kind, format);
        if (type == typeof(string[]))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }

        if (type.IsEnum)
        {
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name))];
        }
    }

    private static ShapeAttribute? ShapeOf(object? holder) => holder switch
    {
        System.Reflection.ICustomAttributeProvider provider => provider.GetCustomAttributes(typeof(ShapeAttribute), inherit: true).FirstOrDefault() as ShapeAttribute,
        IParameterInfoParameterDescriptor parameter => ShapeOf(parameter.ParameterInfo),
        _ => null,
    };
}
