using System.Linq.Expressions;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lintel.Data;

/// <summary>One unit of work of one agency: every query is filtered by <see cref="AgencyId"/>, and every row added carries it.</summary>
/// <remarks>A subclass per database adds its types, its triggers and its migrations.</remarks>
public abstract class LintelDb(DbContextOptions options, Actor actor, DateTime now) : DbContext(options)
{
    /// <summary>What <see cref="Hold"/> writes above its query, for a database that must be told to lock the row.</summary>
    public const string HoldTag = "hold";

    public long AgencyId { get; } = actor.Agency.Id;

    /// <summary>On whose behalf this is done.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>The agent whose leads alone are found here; null where all are.</summary>
    public long? Viewer { get; } = actor.Sight?.AgentId;

    /// <summary>Whether leads that nobody has are found beside the <see cref="Viewer"/>'s.</summary>
    public bool SeesUnassigned { get; } = actor.Sight?.Unassigned == true;

    /// <summary>Whose data it is, and the conventions by which its input is read.</summary>
    public Agency Agency => Actor.Agency;

    /// <summary>Who is doing this, for the histories.</summary>
    public string By => Actor.Name;

    /// <summary>The one moment at which everything in this unit of work happens. UTC, whole milliseconds.</summary>
    public DateTime Now { get; } = now;

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Agent> Agents => Set<Agent>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Identity> Identities => Set<Identity>();

    public DbSet<LeadMerge> Merges => Set<LeadMerge>();

    public DbSet<Interaction> Interactions => Set<Interaction>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Property> Properties => Set<Property>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<StoredAnswer> StoredAnswers => Set<StoredAnswer>();

    /// <summary>What waits to be sent by mail; added here, it goes out once this unit of work is kept.</summary>
    public DbSet<Mail> Mails => Set<Mail>();

    /// <summary>Of all agencies: one person may work for several.</summary>
    public DbSet<User> Users => Set<User>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>Of people, who are above agencies.</summary>
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>Reads by SQL on this unit of work's connection: what it wrote and has not committed is seen.</summary>
    public abstract SqlReader Sql { get; }

    /// <summary>
    /// The id of a lead that is to be added: known before, it goes with everything that hangs on it in one round trip, while which nobody else gives its
    /// agent a lead. 0 where the database is on the spot and says it then.
    /// </summary>
    public virtual ValueTask<long> NextLeadId(CancellationToken cancel) => ValueTask.FromResult(0L);

    /// <summary>
    /// Takes an entity to change it. Whoever else takes it waits until this unit of work has ended and sees what it left, so that what is decided
    /// by the entity, and by what hangs on it, is decided on the truth.
    /// </summary>
    public Task<T?> Hold<T>(long id, CancellationToken cancel)
        where T : class, IAgencyOwned => ById<T>.Held(this, id, cancel);

    /// <summary>Writes what was changed, and of leads also that it was: the one thing a use-case does not say itself (docs/decisions/audit.md).</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = LeadChanges.Of(this);
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var change in changes)
        {
            await this.Note(change.Action, LeadChanges.Entity, change.Lead.Id, change.Before, change.After, cancellationToken);
        }

        return written;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<Milliseconds.Converter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Agency>(agency =>
        {
            agency.Property(a => a.AgentsSeeUnassigned).HasDefaultValue(false);
            agency.Property(a => a.Languages).HasDefaultValueSql("""'["en","zh"]'""");
            agency.Property(a => a.WorkingHours).HasDefaultValueSql("'[]'");
        });
        modelBuilder.Entity<AgencyLogo>(logo =>
        {
            logo.ToTable("agency_logos");
            logo.HasKey(l => l.AgencyId);
            logo.Property(l => l.AgencyId).ValueGeneratedNever();
            logo.HasQueryFilter(l => l.AgencyId == AgencyId);
            logo.HasOne<Agency>().WithOne().HasForeignKey<AgencyLogo>(l => l.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Agent>(agent =>
        {
            Owned(agent);
            agent.Property(a => a.Version).IsConcurrencyToken();
            agent.HasIndex(a => new { a.AgencyId, a.Email }).IsUnique();
        });
        modelBuilder.Entity<Property>(property =>
        {
            Owned(property);
            property.Property(p => p.Version).IsConcurrencyToken();
            property.HasIndex(p => new { p.AgencyId, p.Source, p.SourceId }).IsUnique();
            property.HasIndex(p => new { p.AgencyId, p.SourceId });
            property.HasIndex(p => new { p.AgencyId, p.ListingUrl }).HasFilter("listing_url IS NOT NULL");
            property.HasIndex(p => new { p.AgencyId, p.CreatedAt });
            property.HasIndex(p => new { p.AgencyId, p.Area });
            property.HasIndex(p => new { p.AgencyId, p.Price });
        });
        modelBuilder.Entity<Lead>(Leads_);
        modelBuilder.Entity<Identity>(identity =>
        {
            identity.ToTable("lead_identities");
            identity.HasKey(i => new { i.AgencyId, i.Kind, i.Value });
            identity.HasQueryFilter(i => i.AgencyId == AgencyId);
            OfLead(identity, l => l.Identities, nameof(Identity.LeadId));
        });
        modelBuilder.Entity<Mention>(mention =>
        {
            mention.ToTable("lead_mentions");
            Owned(mention);
            OfLead(mention, l => l.Mentions, nameof(Mention.LeadId));
            mention.HasIndex(m => new { m.AgencyId, m.Kind, m.Value });
            mention.HasIndex(m => new { m.AgencyId, m.LeadId });
        });
        modelBuilder.Entity<LeadMerge>(merge =>
        {
            merge.ToTable("lead_merges");
            Owned(merge);
            merge.HasIndex(m => new { m.AgencyId, m.LeadId });
            merge.HasIndex(m => new { m.AgencyId, m.MergedLeadId });
        });
        modelBuilder.Entity<Interaction>(interaction =>
        {
            Owned(interaction);
            interaction.HasQueryFilter(i => i.AgencyId == AgencyId && (Viewer == null || Leads.Any(l => l.Id == i.LeadId)));
            OfLead(interaction, l => l.Interactions, nameof(Interaction.LeadId));
            interaction.HasOne<Agent>().WithMany().HasForeignKey(i => new { i.AgencyId, i.AgentId }).HasPrincipalKey(a => new { a.AgencyId, a.Id });
            interaction.HasIndex(i => new { i.AgencyId, i.LeadId, i.CreatedAt });
            interaction.HasIndex(i => new { i.AgencyId, i.CreatedAt, i.Type });
            interaction.HasIndex(i => new { i.AgencyId, i.AgentId, i.CreatedAt, i.Type });
            interaction.HasIndex(i => new { i.AgencyId, i.ScheduledAt }).HasFilter("scheduled_at IS NOT NULL");
        });
        modelBuilder.Entity<FollowUp>(followUp =>
        {
            Owned(followUp);
            followUp.HasQueryFilter(f => f.AgencyId == AgencyId && (Viewer == null || Leads.Any(l => l.Id == f.LeadId)));
            OfLead(followUp, l => l.FollowUps, nameof(FollowUp.LeadId));
            followUp.HasIndex(f => new { f.AgencyId, f.LeadId, f.DueAt });
            followUp.HasIndex(f => new { f.AgencyId, f.DueAt }).HasFilter("completed_at IS NULL");
            followUp.HasIndex(f => new { f.AgencyId, f.DueAt }, "Unannounced").HasDatabaseName("ix_follow_ups_unannounced")
                .HasFilter("completed_at IS NULL AND NOT is_announced");
        });
        modelBuilder.Entity<LeadAssignment>(assignment =>
        {
            assignment.ToTable("lead_assignments");
            Owned(assignment);
            OfLead(assignment, l => l.Assignments, nameof(LeadAssignment.LeadId));
            assignment.HasOne<Agent>().WithMany().HasForeignKey(a => new { a.AgencyId, a.AgentId }).HasPrincipalKey(a => new { a.AgencyId, a.Id });
            assignment.HasIndex(a => new { a.AgencyId, a.LeadId });
            assignment.HasIndex(a => new { a.AgencyId, a.AgentId, a.LeadId });
        });
        modelBuilder.Entity<StatusChange>(change =>
        {
            change.ToTable("lead_status_changes");
            Owned(change);
            OfLead(change, l => l.StatusChanges, nameof(StatusChange.LeadId));
            change.HasIndex(c => new { c.AgencyId, c.LeadId });
        });
        modelBuilder.Entity<Import>(import =>
        {
            Owned(import);
            import.HasIndex(i => new { i.AgencyId, i.State });
        });
        modelBuilder.Entity<ImportRow>(row =>
        {
            row.HasKey(r => new { r.AgencyId, r.ImportId, r.Number });
            row.HasQueryFilter(r => r.AgencyId == AgencyId);
            row.HasOne<Import>().WithMany().HasForeignKey(r => new { r.AgencyId, r.ImportId }).HasPrincipalKey(i => new { i.AgencyId, i.Id });
            row.HasIndex(r => new { r.AgencyId, r.ImportId, r.Number }).HasDatabaseName("ix_import_rows_refused").HasFilter("problem IS NOT NULL");
        });
        modelBuilder.Entity<ReadMark>(mark =>
        {
            mark.ToTable("read_marks");
            mark.HasKey(m => new { m.AgencyId, m.ReaderId, m.LeadId });
            mark.HasQueryFilter(m => m.AgencyId == AgencyId);
            mark.HasOne<Lead>().WithMany().HasForeignKey(m => new { m.AgencyId, m.LeadId }).HasPrincipalKey(l => new { l.AgencyId, l.Id });
        });
        modelBuilder.Entity<CalendarFeed>(feed =>
        {
            feed.ToTable("calendar_feeds");
            feed.HasKey(f => new { f.AgencyId, f.AgentId });
            feed.HasQueryFilter(f => f.AgencyId == AgencyId);
            feed.HasOne<Agent>().WithMany().HasForeignKey(f => new { f.AgencyId, f.AgentId }).HasPrincipalKey(a => new { a.AgencyId, a.Id });
            feed.HasIndex(f => f.TokenHash).IsUnique();
        });
        modelBuilder.Entity<SavedView>(view =>
        {
            Owned(view);
            view.HasIndex(v => new { v.AgencyId, v.Place, v.Owner });
        });
        modelBuilder.Entity<StoredAnswer>(answer =>
        {
            answer.HasKey(a => new { a.AgencyId, a.Caller, a.Key });
            answer.HasQueryFilter(a => a.AgencyId == AgencyId);
            answer.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId);
            answer.HasIndex(a => new { a.AgencyId, a.CreatedAt });
        });
        modelBuilder.Entity<DomainEvent>(happened =>
        {
            happened.ToTable("outbox");
            Delivered(happened);
        });
        modelBuilder.Entity<Mail>(Delivered);
        modelBuilder.Entity<Consent>(consent =>
        {
            consent.ToTable("consents");
            Owned(consent);
            OfLead(consent, l => l.Consents, nameof(Consent.LeadId));
            consent.HasIndex(c => new { c.AgencyId, c.LeadId, c.At });
        });
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries");
            Owned(entry);
            entry.HasIndex(e => new { e.AgencyId, e.At });
            entry.HasIndex(e => new { e.AgencyId, e.Entity, e.EntityId, e.At });
        });
        modelBuilder.Entity<Erasure>(erasure =>
        {
            erasure.ToTable("erasures");
            erasure.HasKey(e => new { e.AgencyId, e.LeadId });
            erasure.HasQueryFilter(e => e.AgencyId == AgencyId);
            erasure.HasOne<Agency>().WithMany().HasForeignKey(e => e.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        Accounts(modelBuilder);
    }

    /// <summary>What waits to be delivered: few at a time, written often, looked at by nobody else. So it has the one index by which it is taken.</summary>
    private void Delivered<T>(EntityTypeBuilder<T> delivery)
        where T : Delivery
    {
        delivery.HasKey(d => d.Id);
        delivery.HasQueryFilter(d => d.AgencyId == AgencyId);
        delivery.HasIndex(d => new { d.AgencyId, d.NextTryAt, d.Id }).HasFilter("next_try_at IS NOT NULL");
    }

    private void Accounts(ModelBuilder model)
    {
        model.Entity<User>().HasIndex(u => u.Email).IsUnique();
        model.Entity<Membership>(membership =>
        {
            membership.HasKey(m => new { m.AgencyId, m.UserId });
            membership.HasQueryFilter(m => m.AgencyId == AgencyId);
            membership.HasOne<Agency>().WithMany().HasForeignKey(m => m.AgencyId).OnDelete(DeleteBehavior.Restrict);
            membership.HasOne<User>().WithMany().HasForeignKey(m => m.UserId);
            membership.HasOne<Agent>().WithMany().HasForeignKey(m => new { m.AgencyId, m.AgentId }).HasPrincipalKey(a => new { a.AgencyId, a.Id });
            membership.HasIndex(m => m.UserId);
            membership.HasIndex(m => new { m.AgencyId, m.AgentId }).IsUnique().HasFilter("agent_id IS NOT NULL");
        });
        model.Entity<Session>(session =>
        {
            session.HasQueryFilter(s => s.AgencyId == AgencyId);
            session.HasOne<Membership>().WithMany().HasForeignKey(s => new { s.AgencyId, s.UserId }).OnDelete(DeleteBehavior.Cascade);
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.HasIndex(s => s.UserId);
        });
        model.Entity<ApiKey>(key =>
        {
            Owned(key);
            key.HasIndex(k => k.KeyHash).IsUnique();
        });
        model.Entity<MailedLink>(link =>
        {
            link.ToTable("mailed_links");
            Owned(link);
            link.HasIndex(l => l.TokenHash).IsUnique();
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            passkey.HasIndex(p => p.UserId);
        });
        model.Entity<UsedChallenge>(challenge =>
        {
            challenge.ToTable("used_challenges");
            challenge.HasKey(c => c.Hash);
            challenge.HasIndex(c => c.ExpiresAt);
        });
        model.Entity<SignInFailure>(failure =>
        {
            failure.ToTable("sign_in_failures");
            failure.HasKey(f => new { f.Account, f.Address });
            failure.HasIndex(f => f.LastAt);
        });
    }

    private void Leads_(EntityTypeBuilder<Lead> lead)
    {
        Owned(lead);
        lead.HasQueryFilter(l => l.AgencyId == AgencyId
            && (Viewer == null || l.AssignedAgentId == Viewer || (SeesUnassigned && l.AssignedAgentId == null)));
        lead.Property(l => l.Version).IsConcurrencyToken();
        lead.Property(l => l.Understood).HasConversion<UnderstoodJson.Converter, UnderstoodJson.Comparer>();
        lead.HasOne<Agent>().WithMany().HasForeignKey(l => new { l.AgencyId, l.AssignedAgentId }).HasPrincipalKey(a => new { a.AgencyId, a.Id });

        // Lists, default order: priority, then newest. One index per filter that is used alone, in that order, so that a page is a short walk.
        lead.HasIndex(l => new { l.AgencyId, l.Priority, l.CreatedAt });
        lead.HasIndex(l => new { l.AgencyId, l.Status, l.Priority, l.CreatedAt });
        lead.HasIndex(l => new { l.AgencyId, l.AssignedAgentId, l.Priority, l.CreatedAt });
        lead.HasIndex(l => new { l.AgencyId, l.Source, l.Priority, l.CreatedAt });
        lead.HasIndex(l => new { l.AgencyId, l.PropertyType, l.Priority, l.CreatedAt });

        // The other orders a list can be asked for.
        lead.HasIndex(l => new { l.AgencyId, l.Score, l.CreatedAt });
        lead.HasIndex(l => new { l.AgencyId, l.UpdatedAt });
        lead.HasIndex(l => new { l.AgencyId, l.LastContactAt });
        lead.HasIndex(l => new { l.AgencyId, l.NextFollowUpAt });
        lead.HasIndex(l => new { l.AgencyId, l.Name });

        // What an agent has to do and how it did, and who waits for one.
        lead.HasIndex(l => new { l.AgencyId, l.AssignedAgentId, l.NextFollowUpAt }).HasFilter("next_follow_up_at IS NOT NULL");
        lead.HasIndex(l => new { l.AgencyId, l.Priority, l.CreatedAt }, "Waiting").HasDatabaseName("ix_leads_waiting")
            .IsDescending(false, true, false)
            .HasFilter("assigned_agent_id IS NULL AND status < 5");

        // Who is still looking: few of all leads, in the order in which they lie in the file.
        lead.HasIndex(l => new { l.AgencyId, l.Id }, "Open").HasDatabaseName("ix_leads_open").HasFilter("status < 5");

        // Who waits for a first answer, and whose latest words wait for one: few of all leads, and what one asks for all day.
        lead.HasIndex(l => new { l.AgencyId, l.AssignedAgentId, l.CreatedAt }).HasDatabaseName("ix_leads_unanswered")
            .HasFilter("response_seconds IS NULL AND status < 5");
        lead.HasIndex(l => new { l.AgencyId, l.AssignedAgentId, l.LastInboundAt }).HasDatabaseName("ix_leads_unread").HasFilter("unanswered_since IS NOT NULL");

        // Every figure of a window of time is counted from one of these alone: of the whole agency, by source, by agent. Each group is a range
        // of its index, so that nothing is sorted.
        lead.HasIndex(l => new { l.AgencyId, l.CreatedAt, l.FurthestStatus, l.ResponseSeconds }).HasDatabaseName("ix_leads_window");
        lead.HasIndex(l => new { l.AgencyId, l.Source, l.CreatedAt, l.Status, l.Score, l.Priority }).HasDatabaseName("ix_leads_window_by_source");
        lead.HasIndex(l => new { l.AgencyId, l.AssignedAgentId, l.CreatedAt, l.Status, l.Score, l.ResponseSeconds })
            .HasDatabaseName("ix_leads_window_by_agent");
        lead.HasIndex(l => new { l.AgencyId, l.ConvertedAt, l.AssignedAgentId }).HasFilter("converted_at IS NOT NULL");
        lead.HasIndex(l => new { l.AgencyId, l.ScoreFadesAt }).HasFilter("score_fades_at IS NOT NULL");
    }

    /// <summary>A row with an id of its own in one agency. The agency leads the key that other rows point at, so none can point across.</summary>
    private void Owned<T>(EntityTypeBuilder<T> entity)
        where T : class, IAgencyOwned
    {
        entity.HasKey("Id");
        entity.HasAlternateKey(nameof(IAgencyOwned.AgencyId), "Id");
        entity.HasQueryFilter(e => e.AgencyId == AgencyId);
        entity.HasOne<Agency>().WithMany().HasForeignKey(e => e.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void OfLead<T>(
        EntityTypeBuilder<T> entity,
        Expression<Func<Lead, IEnumerable<T>?>> many,
        string leadId)
        where T : class, IAgencyOwned =>
        entity.HasOne<Lead>().WithMany(many)
            .HasForeignKey(nameof(IAgencyOwned.AgencyId), leadId)
            .HasPrincipalKey(l => new { l.AgencyId, l.Id });

    private static class ById<T>
        where T : class, IAgencyOwned
    {
        public static readonly Func<LintelDb, long, CancellationToken, Task<T?>> Held = EF.CompileAsyncQuery(
            (LintelDb db, long id, CancellationToken cancel) => db.Set<T>().TagWith(HoldTag).FirstOrDefault(entity => EF.Property<long>(entity, "Id") == id));
    }
}
