using System.Text.Json;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Lintel.Data.Postgres;

/// <summary>The database on PostgreSQL: what is compared, ordered and kept is as on SQLite.</summary>
public sealed class PostgresLintelDb(DbContextOptions<PostgresLintelDb> options, SqlReader sql, Actor actor, DateTime now)
    : LintelDb(options, actor, now)
{
    private static readonly string[][] Orders =
    [
        [nameof(Lead.AgencyId), nameof(Lead.Priority), nameof(Lead.CreatedAt)],
        [nameof(Lead.AgencyId), nameof(Lead.UpdatedAt)],
        [nameof(Lead.AgencyId), nameof(Lead.LastContactAt)],
        [nameof(Lead.AgencyId), nameof(Lead.NextFollowUpAt)],
        [nameof(Lead.AgencyId), nameof(Lead.Name)],
    ];

    public override SqlReader Sql { get; } = sql;

    public override ValueTask<long> NextLeadId(CancellationToken cancel) =>
        Sql.First("SELECT nextval(pg_get_serial_sequence('leads', 'id'))", row => row.Long(), cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<List<string>>().HaveConversion<Texts, SameTexts>().UseCollation("C");
    }

    /// <summary>
    /// What SQLite's indexes do by themselves: those that give the list of leads its order end with the id, and an empty column comes before all
    /// others, so that an index is walked in either direction.
    /// </summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var lead = modelBuilder.Entity<Lead>().Metadata;
        foreach (var order in Orders)
        {
            var index = lead.FindIndex([.. order.Select(name => lead.FindProperty(name)!)])!;
            var name = index.GetDatabaseName();
            lead.RemoveIndex(index);
            lead.AddIndex([.. index.Properties, lead.FindProperty(nameof(Lead.Id))!]).SetDatabaseName(name);
        }

        foreach (var index in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredIndexes()))
        {
            if (index.Properties.Any(property => property.IsNullable))
            {
                index.SetNullSortOrder(index.Properties.Select(property => property.IsNullable ? NullSortOrder.NullsFirst : NullSortOrder.NullsLast).ToArray());
            }
        }
    }

    /// <summary>A list as the JSON that SQLite has it in.</summary>
    private sealed class Texts() : ValueConverter<List<string>, string>(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<List<string>>(text, JsonSerializerOptions.Default)!);

    private sealed class SameTexts() : ValueComparer<List<string>>(
        (one, other) => one == other || (one != null && other != null && one.SequenceEqual(other)),
        list => list.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)),
        list => list.ToList());
}
