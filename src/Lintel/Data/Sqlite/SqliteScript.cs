namespace Lintel.Data.Sqlite;

/// <summary>SQL that migrations run beside what EF writes, kept as files in <c>Scripts</c>.</summary>
public static class SqliteScript
{
    public static string Read(string name)
    {
        using var stream = typeof(SqliteScript).Assembly.GetManifestResourceStream($"Lintel.Data.Sqlite.Scripts.{name}")
            ?? throw new InvalidOperationException($"There is no script {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
