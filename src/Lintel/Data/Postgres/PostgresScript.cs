namespace Lintel.Data.Postgres;

/// <summary>SQL that is run beside what EF writes, kept as files in <c>Scripts</c>.</summary>
public static class PostgresScript
{
    public static string Read(string name) => Script.Read(typeof(PostgresScript), name);
}
