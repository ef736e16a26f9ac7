using System.Text.Json;
using System.Text.Json.Nodes;
using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lintel.Leads;

/// <summary>A lead as a row with the rows that hang on it, whatever tables there are: kept, brought back, and moved to another lead.</summary>
internal static class LeadRows
{
    /// <summary>Every column of a lead as the database has it.</summary>
    public static JsonObject Keep(EntityEntry<Lead> lead)
    {
        var kept = new JsonObject();
        foreach (var property in lead.Metadata.GetProperties())
        {
            var value = lead.Property(property).CurrentValue;
            kept[property.Name] = value is null ? null : JsonSerializer.SerializeToNode(ToColumn(property, value), ColumnType(property));
        }

        return kept;
    }

    /// <summary>Gives a lead the columns that were kept.</summary>
    public static void Restore(EntityEntry<Lead> lead, JsonObject kept, Func<string, bool> which)
    {
        foreach (var property in lead.Metadata.GetProperties().Where(property => kept.ContainsKey(property.Name) && which(property.Name)))
        {
            var value = kept[property.Name]?.Deserialize(ColumnType(property));
            lead.Property(property).CurrentValue = value is null ? null : FromColumn(property, value);
        }
    }

    /// <summary>Moves all that hangs on one lead to another.</summary>
    /// <returns>The keys of the rows that moved, by table.</returns>
    public static async ValueTask<Dictionary<string, List<string>>> Move(long from, long to, LintelDb db, CancellationToken cancel)
    {
        var moved = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (table, lead, key) in Tables(db.Model))
        {
            // What there can be only one of for a lead, the other may have too; then its own stays.
            moved[table] = await db.Sql.List(
                $"""
                UPDATE {table} SET {lead} = @to
                WHERE agency_id = @agency AND {lead} = @from AND {key} NOT IN (SELECT {key} FROM {table} WHERE agency_id = @agency AND {lead} = @to)
                RETURNING {key}
                """,
                row => row.Text(),
                cancel,
                ("from", from),
                ("to", to));
        }

        return moved;
    }

    /// <summary>Moves some of it, by their keys, as far as it is there still.</summary>
    public static async ValueTask MoveBack(Dictionary<string, List<string>> moved, long from, long to, LintelDb db, CancellationToken cancel)
    {
        foreach (var (table, lead, key) in Tables(db.Model))
        {
            if (moved.TryGetValue(table, out var keys) && keys.Count > 0)
            {
                await db.Sql.List(
                    $"UPDATE {table} SET {lead} = @to WHERE agency_id = @agency AND {lead} = @from AND {key} IN (SELECT value FROM each(@keys)) RETURNING {key}",
                    row => row.Text(),
                    cancel,
                    ("from", from),
                    ("to", to),
                    ("keys", keys));
            }
        }
    }

    /// <summary>Keeps beside the lead's columns who has read it up to when: of two marks of one reader, only one can stay with the joined lead.</summary>
    public static async ValueTask KeepMarks(JsonObject kept, long lead, LintelDb db, CancellationToken cancel) =>
        kept[nameof(ReadMark)] = JsonSerializer.SerializeToNode(
            await db.Set<ReadMark>().AsNoTracking().Where(mark => mark.LeadId == lead).ToDictionaryAsync(mark => mark.ReaderId, mark => mark.ReadAt, cancel));

    /// <summary>Gives a lead the marks back that were kept and did not move with it; what was joined before marks were kept has none.</summary>
    public static async ValueTask RestoreMarks(JsonObject kept, long lead, LintelDb db, CancellationToken cancel)
    {
        var marks = kept[nameof(ReadMark)]?.Deserialize<Dictionary<long, DateTime>>() ?? [];
        var there = await db.Set<ReadMark>().AsNoTracking().Where(mark => mark.LeadId == lead).Select(mark => mark.ReaderId).ToListAsync(cancel);
        db.AddRange(marks.Where(mark => !there.Contains(mark.Key))
            .Select(mark => new ReadMark { AgencyId = db.AgencyId, LeadId = lead, ReaderId = mark.Key, ReadAt = mark.Value }));
    }

    // By the model's own foreign keys: a table that comes later is moved, too.
    private static IEnumerable<(string Table, string Lead, string Key)> Tables(IModel model) =>
        model.FindEntityType(typeof(Lead))!.GetReferencingForeignKeys()
            .Select(key => (key.DeclaringEntityType, Lead: key.Properties.Single(property => property.Name != nameof(IAgencyOwned.AgencyId))))
            .Select(hanging => (
                hanging.DeclaringEntityType.GetTableName()!,
                hanging.Lead.GetColumnName(),
                string.Join(" || ':' || ", hanging.DeclaringEntityType.FindPrimaryKey()!.Properties
                    .Where(property => property.Name != nameof(IAgencyOwned.AgencyId) && property.Name != hanging.Lead.Name)
                    .Select(property => $"CAST({property.GetColumnName()} AS TEXT)"))));

    private static Type ColumnType(IProperty property) => property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;

    private static object ToColumn(IProperty property, object value) => property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;

    private static object? FromColumn(IProperty property, object value) =>
        property.GetTypeMapping().Converter is { } converter ? converter.ConvertFromProvider(value) : value;
}
