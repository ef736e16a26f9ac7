using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>What the driver's exceptions mean.</summary>
internal static class PostgresFailures
{
    /// <summary>Whether a unit of work lost a race: run again, it sees what the winner left.</summary>
    public static bool IsLost(Exception exception) => Causes(exception).Any(cause => cause is DbUpdateConcurrencyException || cause is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
    });

    /// <summary>Whether a connection had been cut before it was asked, as all are after the database's restart.</summary>
    public static bool IsCut(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        PostgresException => false,
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException } => true,
        _ => false,
    };

    /// <summary>Whether that is why a unit of work failed, before it was told to commit: nothing of it was kept.</summary>
    public static bool WasCut(Exception exception) => exception is not CommitUnknownException && Causes(exception).Any(IsCut);

    public static StoreFailure? Diagnose(Exception exception) =>
        Causes(exception).Select(Meaning).FirstOrDefault(meaning => meaning is not null);

    private static StoreFailure? Meaning(Exception cause) => cause switch
    {
        CommitUnknownException => StoreFailure.Unknown,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StoreFailure.Full,

        // Classes of states: no connection, no resources, stopped by an operator or stopping, the machine's own errors; and who lost again and again.
        PostgresException postgres => postgres.SqlState[..2] is "08" or "40" or "53" or "55" or "57" or "58" or "XX"
            || postgres.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction ? StoreFailure.Unavailable : null,
        NpgsqlException => StoreFailure.Unavailable,
        _ => null,
    };

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}

/// <summary>The connection was lost while the database was committing.</summary>
internal sealed class CommitUnknownException(Exception cause) : Exception("The database went away while it was committing.", cause);
