using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lintel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LeadFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PostgresScript.Read("lead_figures.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER lead_figures_inserted ON leads;
                DROP FUNCTION lead_figures_inserted();
                DROP TRIGGER lead_figures_updated ON leads;
                DROP FUNCTION lead_figures_updated();
                DROP TRIGGER lead_figures_deleted ON leads;
                DROP FUNCTION lead_figures_deleted();
                DROP FUNCTION move_lead_figures(leads, integer);
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
                DROP INDEX ix_leads_unanswered_latest;
                DROP INDEX ix_leads_unread_latest;
                DROP INDEX ix_leads_in_order_of_priority;
                DROP INDEX ix_leads_in_order_of_status;
                DROP INDEX ix_leads_in_order_of_budget;
                DROP INDEX ix_interactions_planned;
                DROP INDEX ix_interactions_viewings;
                DROP FUNCTION response_range(bigint);
                DROP FUNCTION fold_interests();
                CREATE OR REPLACE FUNCTION fold_counts() RETURNS void LANGUAGE plpgsql AS $$
                BEGIN
                    IF pg_try_advisory_xact_lock(hashtext('lintel.fold_counts'), hashtext(lintel_agency()::text)) THEN
                        PERFORM fold('lead_counts', 'agent_id, status, priority, source', '{leads}');
                        PERFORM fold('lead_scores', 'status, score', '{leads}');
                        PERFORM fold('lead_days', 'day, furthest_status', '{leads, answered, response_seconds}');
                        PERFORM fold('interaction_days', 'agent_id, day', '{interactions}');
                    END IF;
                END $$;
                """);
        }
    }
}
