using Lintel.Http;
using Lintel.Model;
using Microsoft.OpenApi;

namespace Lintel.Properties;

/// <summary>A floor area in square feet: a number, or text as listings write it.</summary>
public sealed class FloorAreaAttribute : ShapeAttribute
{
    protected override void Shape(OpenApiSchema schema)
    {
        Typed(schema, JsonSchemaType.Number | JsonSchemaType.String);
        schema.Minimum = "0";
        schema.Maximum = FloorArea.Most.ToString(System.Globalization.CultureInfo.InvariantCulture);
        schema.MaxLength = FloorArea.LongestText;
        schema.Examples = [450, "450 sqft", "450呎"];
    }
}
