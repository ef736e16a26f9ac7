using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lintel.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UnderstoodWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "understood",
                table: "leads",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateIndex(
                name: "ix_properties_agency_id_listing_url",
                table: "properties",
                columns: new[] { "agency_id", "listing_url" },
                filter: "listing_url IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_properties_agency_id_listing_url",
                table: "properties");

            migrationBuilder.DropColumn(
                name: "understood",
                table: "leads");
        }
    }
}
