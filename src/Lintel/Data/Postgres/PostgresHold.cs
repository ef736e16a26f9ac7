using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lintel.Data.Postgres;

/// <summary>Locks the row that <see cref="LintelDb.Hold"/> reads; rows that point at it may still be added by others.</summary>
internal sealed class PostgresHold : DbCommandInterceptor
{
    private const string Tag = "-- " + LintelDb.HoldTag;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(Tag, StringComparison.Ordinal))
        {
            command.CommandText += "\nFOR NO KEY UPDATE";
        }

        return ValueTask.FromResult(result);
    }
}
