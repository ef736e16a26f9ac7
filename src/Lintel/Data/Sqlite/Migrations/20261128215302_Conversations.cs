using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lintel.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Conversations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "last_inbound_at",
                table: "leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "unanswered_since",
                table: "leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql(SqliteScript.Read("heard.sql"));

            migrationBuilder.CreateTable(
                name: "read_marks",
                columns: table => new
                {
                    agency_id = table.Column<long>(type: "INTEGER", nullable: false),
                    lead_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reader_id = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_marks", x => new { x.agency_id, x.reader_id, x.lead_id });
                    table.ForeignKey(
                        name: "fk_read_marks_leads_agency_id_lead_id",
                        columns: x => new { x.agency_id, x.lead_id },
                        principalTable: "leads",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_leads_unanswered",
                table: "leads",
                columns: new[] { "agency_id", "assigned_agent_id", "created_at" },
                filter: "response_seconds IS NULL AND status < 5");

            migrationBuilder.CreateIndex(
                name: "ix_leads_unread",
                table: "leads",
                columns: new[] { "agency_id", "assigned_agent_id", "last_inbound_at" },
                filter: "unanswered_since IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_read_marks_agency_id_lead_id",
                table: "read_marks",
                columns: new[] { "agency_id", "lead_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "read_marks");

            migrationBuilder.DropIndex(
                name: "ix_leads_unanswered",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_unread",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "last_inbound_at",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "unanswered_since",
                table: "leads");
        }
    }
}
