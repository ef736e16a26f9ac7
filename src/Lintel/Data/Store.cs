using Lintel.Model;

namespace Lintel.Data;

/// <summary>The one database of this process: who reads, who writes, and when a write has happened.</summary>
public abstract class Store
{
    /// <summary>Entities for reading as someone, at this moment; nothing done to them is kept.</summary>
    public abstract LintelDb Open(Actor actor);

    /// <summary>Lends a connection for reading as an agency. It sees what was committed when each of its statements began.</summary>
    public abstract Reading Read(long agencyId);

    /// <summary>
    /// Runs a use-case as one transaction on behalf of someone. When the task completes, its changes are on disk; a refused outcome, or an exception,
    /// leaves nothing of it behind. A loser of a race against another writer is run again from the start, with a fresh context.
    /// </summary>
    public abstract Task<Outcome<T>> Write<T>(Actor actor, Func<LintelDb, Task<Outcome<T>>> work, CancellationToken cancel);

    /// <summary>A number that differs once anything has been committed since it was last read, by whichever process.</summary>
    public abstract ValueTask<long> Version(CancellationToken cancel);

    /// <summary>What an exception says about the database itself; null when it says nothing.</summary>
    public abstract StoreFailure? Diagnose(Exception exception);

    /// <summary>Answers when the database does; throws otherwise.</summary>
    public abstract ValueTask Ping(CancellationToken cancel);
}

/// <summary>What can be wrong with a database that is not a mistake in what was asked of it.</summary>
public enum StoreFailure
{
    /// <summary>It does not answer, or cannot be written just now. Trying again later may work.</summary>
    Unavailable,

    /// <summary>There is no room left for it to grow.</summary>
    Full,
}

/// <summary>A connection lent for reading; dispose gives it back.</summary>
public abstract class Reading : SqlReader, IDisposable
{
    public abstract void Dispose();
}
