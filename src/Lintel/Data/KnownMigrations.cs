using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lintel.Data;

/// <summary>What migrations this program knows.</summary>
internal static class KnownMigrations
{
    /// <param name="context">The database's context: each has migrations of its own.</param>
    public static HashSet<string> Of(Type context) => context.Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)
        .ToHashSet(StringComparer.Ordinal);
}
