using Lintel.Data.Postgres;
using Lintel.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Tests.House;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_of_SQLite_are_all_that_the_model_needs() => IsComplete(new SqliteSchema.Designer().CreateDbContext([]));

    [Fact]
    public void The_migrations_of_PostgreSQL_are_all_that_the_model_needs() => IsComplete(new PostgresSchema.Designer().CreateDbContext([]));

    private static void IsComplete(DbContext context)
    {
        using (context)
        {
            Assert.False(context.Database.HasPendingModelChanges(), "The model changed: ./dev migration NAME");
        }
    }
}
