using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lintel.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LeadFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteScript.Read("lead_figures.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP INDEX ix_interactions_viewings;
                DROP TRIGGER lead_figures_inserted;
                DROP TRIGGER lead_figures_deleted;
                DROP TRIGGER lead_conversions_changed;
                DROP TRIGGER source_days_changed;
                DROP TRIGGER agent_days_changed;
                DROP TRIGGER response_days_changed;
                DROP TRIGGER status_budgets_changed;
                DROP TRIGGER interest_weeks_changed;
                DROP TRIGGER type_scores_changed;
                DROP VIEW counted_lead_quarters;
                DROP TABLE lead_quarters;
                DROP VIEW counted_source_days;
                DROP TABLE source_days;
                DROP VIEW counted_agent_days;
                DROP TABLE agent_days;
                DROP VIEW counted_response_days;
                DROP TABLE response_days;
                DROP VIEW counted_interest_weeks;
                DROP TABLE interest_weeks;
                DROP VIEW counted_status_budgets;
                DROP TABLE status_budgets;
                DROP VIEW counted_type_scores;
                DROP TABLE type_scores;
                """);
        }
    }
}
