using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lintel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Merges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "turned_down_properties",
                table: "leads",
                type: "text",
                nullable: false,
                defaultValue: "[]",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "lead_mentions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_mentions", x => x.id);
                    table.UniqueConstraint("ak_lead_mentions_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_mentions_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_mentions_leads_agency_id_lead_id",
                        columns: x => new { x.agency_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead_merges",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_id = table.Column<long>(type: "bigint", nullable: false),
                    merged_lead_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    before = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    after = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    merged = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    moved = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_merges", x => x.id);
                    table.UniqueConstraint("ak_lead_merges_agency_id_id", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_merges_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lead_mentions_agency_id_kind_value",
                table: "lead_mentions",
                columns: new[] { "agency_id", "kind", "value" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_mentions_agency_id_lead_id",
                table: "lead_mentions",
                columns: new[] { "agency_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_merges_agency_id_lead_id",
                table: "lead_merges",
                columns: new[] { "agency_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_merges_agency_id_merged_lead_id",
                table: "lead_merges",
                columns: new[] { "agency_id", "merged_lead_id" });

            migrationBuilder.Sql(PostgresScript.Read("lead_merges.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_mentions");

            migrationBuilder.DropTable(
                name: "lead_merges");

            migrationBuilder.DropColumn(
                name: "turned_down_properties",
                table: "leads");
        }
    }
}
