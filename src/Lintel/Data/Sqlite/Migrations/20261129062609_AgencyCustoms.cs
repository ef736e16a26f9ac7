using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lintel.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AgencyCustoms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "languages",
                table: "agencies",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[\"en\",\"zh\"]'");

            migrationBuilder.AddColumn<string>(
                name: "logo_version",
                table: "agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "working_hours",
                table: "agencies",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "agency_logos",
                columns: table => new
                {
                    agency_id = table.Column<long>(type: "INTEGER", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    picture = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_logos", x => x.agency_id);
                    table.ForeignKey(
                        name: "fk_agency_logos_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_logos");

            migrationBuilder.DropColumn(
                name: "languages",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "logo_version",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "working_hours",
                table: "agencies");
        }
    }
}
