using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lintel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agencies",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    time_zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    region = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    whatsapp_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    specialization_areas = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    specialization_types = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    languages = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    max_leads = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    last_assigned_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    open_leads = table.Column<int>(type: "integer", nullable: false),
                    total_leads = table.Column<int>(type: "integer", nullable: false),
                    converted_leads = table.Column<int>(type: "integer", nullable: false),
                    answered_leads = table.Column<int>(type: "integer", nullable: false),
                    response_seconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agents", x => x.id);
                    table.UniqueConstraint("ak_agents_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_agents_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "properties",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    development = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    area = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    property_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bedrooms = table.Column<int>(type: "integer", nullable: true),
                    bathrooms = table.Column<int>(type: "integer", nullable: true),
                    saleable_area = table.Column<double>(type: "double precision", nullable: true),
                    gross_area = table.Column<double>(type: "double precision", nullable: true),
                    floor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    price = table.Column<long>(type: "bigint", nullable: true),
                    stated_price_per_sqft = table.Column<double>(type: "double precision", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    listing_url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    images = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    enriched_images = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agent_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    agent_phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    agent_agency = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    is_featured = table.Column<bool>(type: "boolean", nullable: false),
                    instagram_posts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    total_views = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    scraped_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_properties", x => x.id);
                    table.UniqueConstraint("ak_properties_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_properties_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stored_answers",
                columns: table => new
                {
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    caller = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    location = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_answers", x => new { x.agency_id, x.caller, x.key });
                    table.ForeignKey(
                        name: "fk_stored_answers_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leads",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    instagram_handle = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    whatsapp_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source_post_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source_property_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    original_message = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    score_fades_at = table.Column<long>(type: "bigint", nullable: true),
                    interested_properties = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    budget_min = table.Column<long>(type: "bigint", nullable: true),
                    budget_max = table.Column<long>(type: "bigint", nullable: true),
                    preferred_areas = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    property_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bedrooms = table.Column<int>(type: "integer", nullable: true),
                    move_in_date = table.Column<DateOnly>(type: "date", nullable: true),
                    tags = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    notes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    assigned_agent_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    last_contact_at = table.Column<long>(type: "bigint", nullable: true),
                    next_follow_up_at = table.Column<long>(type: "bigint", nullable: true),
                    contacts = table.Column<int>(type: "integer", nullable: false),
                    first_inbound_at = table.Column<long>(type: "bigint", nullable: true),
                    response_seconds = table.Column<int>(type: "integer", nullable: true),
                    furthest_status = table.Column<int>(type: "integer", nullable: false),
                    converted_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leads", x => x.id);
                    table.UniqueConstraint("ak_leads_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_leads_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leads_agents_agency_id_assigned_agent_id",
                        columns: x => new { x.agency_id, x.assigned_agent_id },
                        principalTable: "agents",
                        principalColumns: new[] { "agency_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "follow_ups",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    completed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_ups", x => x.id);
                    table.UniqueConstraint("ak_follow_ups_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_follow_ups_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_follow_ups_leads_agency_id_lead_id",
                        columns: x => new { x.agency_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interactions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    message = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    attachments = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agent_id = table.Column<long>(type: "bigint", nullable: true),
                    is_automated = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    scheduled_at = table.Column<long>(type: "bigint", nullable: true),
                    completed_at = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    next_action = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    follow_up_date = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interactions", x => x.id);
                    table.UniqueConstraint("ak_interactions_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_interactions_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_interactions_agents_agency_id_agent_id",
                        columns: x => new { x.agency_id, x.agent_id },
                        principalTable: "agents",
                        principalColumns: new[] { "agency_id", "id" });
                    table.ForeignKey(
                        name: "fk_interactions_leads_agency_id_lead_id",
                        columns: x => new { x.agency_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead_assignments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    agent_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_assignments", x => x.id);
                    table.UniqueConstraint("ak_lead_assignments_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_assignments_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_assignments_agents_agency_id_agent_id",
                        columns: x => new { x.agency_id, x.agent_id },
                        principalTable: "agents",
                        principalColumns: new[] { "agency_id", "id" });
                    table.ForeignKey(
                        name: "fk_lead_assignments_leads_agency_id_lead_id",
                        columns: x => new { x.agency_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead_identities",
                columns: table => new
                {
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lead_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_identities", x => new { x.agency_id, x.kind, x.value });
                    table.ForeignKey(
                        name: "fk_lead_identities_leads_agency_id_lead_id",
                        columns: x => new { x.agency_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead_status_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<int>(type: "integer", nullable: true),
                    to = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_status_changes", x => x.id);
                    table.UniqueConstraint("ak_lead_status_changes_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_status_changes_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_status_changes_leads_agency_id_lead_id",
                        columns: x => new { x.agency_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agents_agency_id_email",
                table: "agents",
                columns: new[] { "agency_id", "email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_agency_id_due_at",
                table: "follow_ups",
                columns: new[] { "agency_id", "due_at" },
                filter: "completed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_agency_id_lead_id_due_at",
                table: "follow_ups",
                columns: new[] { "agency_id", "lead_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_agency_id_agent_id_created_at_type",
                table: "interactions",
                columns: new[] { "agency_id", "agent_id", "created_at", "type" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsLast, NullSortOrder.NullsLast });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_agency_id_created_at_type",
                table: "interactions",
                columns: new[] { "agency_id", "created_at", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_agency_id_lead_id_created_at",
                table: "interactions",
                columns: new[] { "agency_id", "lead_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_agency_id_scheduled_at",
                table: "interactions",
                columns: new[] { "agency_id", "scheduled_at" },
                filter: "scheduled_at IS NOT NULL")
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_lead_assignments_agency_id_agent_id_lead_id",
                table: "lead_assignments",
                columns: new[] { "agency_id", "agent_id", "lead_id" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsLast });

            migrationBuilder.CreateIndex(
                name: "ix_lead_assignments_agency_id_lead_id",
                table: "lead_assignments",
                columns: new[] { "agency_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_identities_agency_id_lead_id",
                table: "lead_identities",
                columns: new[] { "agency_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_status_changes_agency_id_lead_id",
                table: "lead_status_changes",
                columns: new[] { "agency_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_assigned_agent_id_next_follow_up_at",
                table: "leads",
                columns: new[] { "agency_id", "assigned_agent_id", "next_follow_up_at" },
                filter: "next_follow_up_at IS NOT NULL")
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_assigned_agent_id_priority_created_at",
                table: "leads",
                columns: new[] { "agency_id", "assigned_agent_id", "priority", "created_at" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsLast, NullSortOrder.NullsLast });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_converted_at_assigned_agent_id",
                table: "leads",
                columns: new[] { "agency_id", "converted_at", "assigned_agent_id" },
                filter: "converted_at IS NOT NULL")
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_last_contact_at",
                table: "leads",
                columns: new[] { "agency_id", "last_contact_at" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_name",
                table: "leads",
                columns: new[] { "agency_id", "name" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_next_follow_up_at",
                table: "leads",
                columns: new[] { "agency_id", "next_follow_up_at" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_priority_created_at",
                table: "leads",
                columns: new[] { "agency_id", "priority", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_property_type_priority_created_at",
                table: "leads",
                columns: new[] { "agency_id", "property_type", "priority", "created_at" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsLast, NullSortOrder.NullsLast });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_score_created_at",
                table: "leads",
                columns: new[] { "agency_id", "score", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_score_fades_at",
                table: "leads",
                columns: new[] { "agency_id", "score_fades_at" },
                filter: "score_fades_at IS NOT NULL")
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_source_priority_created_at",
                table: "leads",
                columns: new[] { "agency_id", "source", "priority", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_status_priority_created_at",
                table: "leads",
                columns: new[] { "agency_id", "status", "priority", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_updated_at",
                table: "leads",
                columns: new[] { "agency_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_waiting",
                table: "leads",
                columns: new[] { "agency_id", "priority", "created_at" },
                descending: new[] { false, true, false },
                filter: "assigned_agent_id IS NULL AND status < 5");

            migrationBuilder.CreateIndex(
                name: "ix_leads_window",
                table: "leads",
                columns: new[] { "agency_id", "created_at", "furthest_status", "response_seconds" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsLast, NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_leads_window_by_agent",
                table: "leads",
                columns: new[] { "agency_id", "assigned_agent_id", "created_at", "status", "score", "response_seconds" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsLast, NullSortOrder.NullsLast, NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_leads_window_by_source",
                table: "leads",
                columns: new[] { "agency_id", "source", "created_at", "status", "score", "priority" });

            migrationBuilder.CreateIndex(
                name: "ix_properties_agency_id_area",
                table: "properties",
                columns: new[] { "agency_id", "area" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_properties_agency_id_created_at",
                table: "properties",
                columns: new[] { "agency_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_properties_agency_id_price",
                table: "properties",
                columns: new[] { "agency_id", "price" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_properties_agency_id_source_id",
                table: "properties",
                columns: new[] { "agency_id", "source_id" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_properties_agency_id_source_source_id",
                table: "properties",
                columns: new[] { "agency_id", "source", "source_id" },
                unique: true)
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsFirst });

            migrationBuilder.CreateIndex(
                name: "ix_stored_answers_agency_id_created_at",
                table: "stored_answers",
                columns: new[] { "agency_id", "created_at" });

            foreach (var script in (string[])["functions.sql", "derived.sql", "search.sql", "default_agency.sql"])
            {
                migrationBuilder.Sql(PostgresScript.Read(script));
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "follow_ups");

            migrationBuilder.DropTable(
                name: "interactions");

            migrationBuilder.DropTable(
                name: "lead_assignments");

            migrationBuilder.DropTable(
                name: "lead_identities");

            migrationBuilder.DropTable(
                name: "lead_status_changes");

            migrationBuilder.DropTable(
                name: "properties");

            migrationBuilder.DropTable(
                name: "stored_answers");

            migrationBuilder.DropTable(
                name: "leads");

            migrationBuilder.DropTable(
                name: "agents");

            migrationBuilder.DropTable(
                name: "agencies");
        }
    }
}
