using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lintel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OpenLeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_leads_open",
                table: "leads",
                columns: new[] { "agency_id", "id" },
                filter: "status < 5");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_open",
                table: "leads");
        }
    }
}
