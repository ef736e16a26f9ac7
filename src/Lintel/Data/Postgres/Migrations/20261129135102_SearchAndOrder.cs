using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lintel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchAndOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_last_contact_at",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_name",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_next_follow_up_at",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_priority_created_at",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_updated_at",
                table: "leads");

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_last_contact_at",
                table: "leads",
                columns: new[] { "agency_id", "last_contact_at", "id" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsLast });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_name",
                table: "leads",
                columns: new[] { "agency_id", "name", "id" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsLast });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_next_follow_up_at",
                table: "leads",
                columns: new[] { "agency_id", "next_follow_up_at", "id" })
                .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast, NullSortOrder.NullsFirst, NullSortOrder.NullsLast });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_priority_created_at",
                table: "leads",
                columns: new[] { "agency_id", "priority", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_agency_id_updated_at",
                table: "leads",
                columns: new[] { "agency_id", "updated_at", "id" });

            // What it takes: unsaid, reading every text and cutting it into grams looks cheaper than asking the index of grams.
            migrationBuilder.Sql("ALTER FUNCTION lead_grams(bigint, text) COST 10000");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER FUNCTION lead_grams(bigint, text) COST 100");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_last_contact_at",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_name",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_next_follow_up_at",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_priority_created_at",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_agency_id_updated_at",
                table: "leads");

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
                name: "ix_leads_agency_id_updated_at",
                table: "leads",
                columns: new[] { "agency_id", "updated_at" });
        }
    }
}
