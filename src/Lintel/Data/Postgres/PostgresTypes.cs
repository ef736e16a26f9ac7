using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NpgsqlTypes;

namespace Lintel.Data.Postgres;

/// <summary>The few types that columns have here, as the driver names them.</summary>
internal static class PostgresTypes
{
    public static NpgsqlDbType Of(IProperty property) => property.GetColumnType() switch
    {
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "text" => NpgsqlDbType.Text,
        "boolean" => NpgsqlDbType.Boolean,
        "double precision" => NpgsqlDbType.Double,
        "date" => NpgsqlDbType.Date,
        "bytea" => NpgsqlDbType.Bytea,
        var other => throw new NotSupportedException($"No column here has the type {other}."),
    };
}
