using Lintel.Data;
using Lintel.Data.Sqlite;
using Lintel.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lintel.Tests.Data.Sqlite;

[OnlySqlite]
public sealed class SqliteSchemaTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lintel-schema-");

    [Fact]
    public async Task A_file_that_is_up_to_date_is_opened_again()
    {
        await using var store = Store();
        SqliteSchema.Upgrade(store);

        SqliteSchema.Upgrade(store);

        await store.Ping(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        await using var store = Store();
        SqliteSchema.Upgrade(store);
        using (var session = store.OpenForWriting())
        {
            session.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Future', '99.0.0')");
        }

        var refused = Assert.Throws<SchemaException>(() => SqliteSchema.Upgrade(store));

        Assert.Contains("29991231235959_Future", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private SqliteStore Store() => new(Path.Combine(_folder.FullName, "lintel.db"), TimeProvider.System, NullLoggerFactory.Instance);
}
