using Lintel.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Tests.House;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_are_all_that_the_model_needs()
    {
        using var db = new SqliteSchema.Designer().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: ./dev migration NAME");
    }
}
