using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lintel.Data.Postgres;

/// <summary>Lets what waits in a unit of work for the next statement go before a statement of EF's.</summary>
internal sealed class PostgresOrder : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Before(eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Before(eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await Before(eventData, cancellationToken);
        return result;
    }

    private static async ValueTask Before(CommandEventData eventData, CancellationToken cancel)
    {
        if (eventData.Context is PostgresLintelDb { Sql: PostgresReader sql })
        {
            await sql.Send(cancel);
        }
    }
}
