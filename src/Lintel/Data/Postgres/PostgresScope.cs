using System.Data.Common;
using System.Globalization;
using Lintel.Model;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>
/// For whom a unit of work is, said inside its transaction and gone with it: the role, which can bypass no policy whoever the program connects
/// as, and the agency, whose rows are all the policies let it see.
/// </summary>
public sealed record PostgresScope
{
    // No statement is compiled first: that takes longer than any of ours takes to run, and the server would do it for all that look at much.
    private const string Sql = "SELECT set_config('role', $1, true), set_config('lintel.agency', $2, true), set_config('jit', 'off', true)";

    // And with room to remember which rows were found: with the server's usual 4 MB it would know of a search's half a million only on which pages
    // they are, and cut the text of every lead there into grams once more.
    private const string PlannedSql = Sql + ", set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '64MB', true)";

    private readonly string _role;
    private readonly string _agency;

    private PostgresScope(string role, string agency) => (_role, _agency) = (role, agency);

    /// <summary>Every agency's rows, and a member of none.</summary>
    public static PostgresScope Across { get; } = new("lintel_across", "");

    public static PostgresScope Of(Actor actor) => actor.IsAcross ? Across : Of(actor.Agency.Id);

    public static PostgresScope Of(long agencyId) => new("lintel_app", agencyId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says it at the beginning of a batch, which is a transaction by itself.</summary>
    /// <param name="isPlannedByValues">Whether what follows is to be planned for the values it has, <see cref="PostgresSql.IsPlannedByValues"/>.</param>
    public NpgsqlBatchCommand InBatch(bool isPlannedByValues = false)
    {
        var command = new NpgsqlBatchCommand(isPlannedByValues ? PlannedSql : Sql);
        Bind(command.Parameters);
        return command;
    }

    /// <summary>Says it in the transaction that was just begun on a connection.</summary>
    public async Task Enter(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        Bind(command.Parameters);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private void Bind(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = _role });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = _agency });
    }

    /// <summary>Puts what EF reads by itself, opening a connection for each query, into a transaction that reads for the context's agency.</summary>
    internal sealed class OfContext : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (connection is NpgsqlConnection opened && eventData.Context is LintelDb db)
            {
                // Closing the connection ends it.
                await opened.BeginTransactionAsync(cancellationToken);
                await Of(db.Actor).Enter(opened, cancellationToken);
            }
        }
    }
}
