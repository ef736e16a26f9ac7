namespace Lintel.Data.Sqlite;

/// <summary>SQL that migrations run beside what EF writes, kept as files in <c>Scripts</c>.</summary>
public static class SqliteScript
{
    public static string Read(string name) => Script.Read(typeof(SqliteScript), name);
}
