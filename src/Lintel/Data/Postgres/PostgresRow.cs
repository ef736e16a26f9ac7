using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>Takes columns from the driver. What is added up comes as a decimal where SQLite has whole numbers; it is whole here, too.</summary>
public sealed class PostgresRow(NpgsqlDataReader data) : Row
{
    protected override bool IsNullAt(int column) => data.IsDBNull(column);

    protected override long LongAt(int column) => data.GetInt64(column);

    protected override bool BoolAt(int column) => data.GetBoolean(column);

    protected override double RealAt(int column) => data.GetDouble(column);

    protected override string? TextAt(int column) => data.IsDBNull(column) ? null : data.GetString(column);

    protected override byte[] BytesAt(int column) => data.GetFieldValue<byte[]>(column);

    protected override DateTime TimeAt(int column) => Milliseconds.ToTime(data.GetInt64(column));

    protected override DateOnly DateAt(int column) => data.GetFieldValue<DateOnly>(column);
}
