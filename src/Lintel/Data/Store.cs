using Lintel.Model;

namespace Lintel.Data;

/// <summary>The one database of this process: who reads, who writes, and when a write has happened.</summary>
public abstract class Store : IAsyncDisposable
{
    private TaskCompletionSource _nextWrite = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once this process has committed something more.</summary>
    public Task NextWrite => Volatile.Read(ref _nextWrite).Task;

    /// <summary>Makes sure that the schema is what this program needs; one that is older is brought there, or refused.</summary>
    /// <param name="upgrade">Whether an older one is to be brought there.</param>
    /// <param name="cancel">Stops waiting for a database that does not answer.</param>
    /// <exception cref="SchemaException">It is not, and the message says what to do.</exception>
    public abstract Task Prepare(bool upgrade, CancellationToken cancel);

    /// <summary>Entities for reading as someone, at this moment; nothing done to them is kept.</summary>
    public abstract LintelDb Open(Actor actor);

    /// <summary>Lends a connection for reading as an agency. It sees what was committed when each of its statements began.</summary>
    public abstract Reading Read(long agencyId);

    /// <summary>The same as somebody, who may not see all of the agency's leads.</summary>
    public abstract Reading Read(Actor actor);

    /// <summary>
    /// Lends a connection for reading across agencies: for the jobs that go through all of them, and for finding out whose a thing is. Every other
    /// connection sees one agency's rows alone, whatever is asked; here, <c>@agency</c> is 0.
    /// </summary>
    public abstract Reading ReadAcross();

    /// <summary>
    /// Runs a use-case as one transaction on behalf of someone. When the task completes, its changes are on disk; a refused outcome, or an exception,
    /// leaves nothing of it behind. A loser of a race against another writer is run again from the start, with a fresh context.
    /// </summary>
    public abstract Task<Outcome<T>> Write<T>(Actor actor, Func<LintelDb, Task<Outcome<T>>> work, CancellationToken cancel);

    /// <summary>Begins to fill an empty agency with very many rows.</summary>
    /// <param name="agencyId">Whose they will be.</param>
    /// <param name="leads">About how many leads will come.</param>
    /// <param name="cancel">Stops before anything is done.</param>
    /// <returns>Or why not: the agency does not exist or holds something already; nothing was done then.</returns>
    public abstract Task<(BulkLoad? Load, string? WhyNot)> Load(long agencyId, long leads, CancellationToken cancel);

    /// <summary>All of it as one thing, for backups.</summary>
    public abstract WholeDatabase Whole { get; }

    /// <summary>A number that differs once anything has been committed since it was last read, by whichever process.</summary>
    public abstract ValueTask<long> Version(CancellationToken cancel);

    /// <summary>What an exception says about the database itself; null when it says nothing.</summary>
    public abstract StoreFailure? Diagnose(Exception exception);

    /// <summary>Answers when the database does; throws otherwise.</summary>
    public abstract ValueTask Ping(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    protected void Wrote() => Interlocked.Exchange(ref _nextWrite, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}

/// <summary>What can be wrong with a database that is not a mistake in what was asked of it.</summary>
public enum StoreFailure
{
    /// <summary>It does not answer, or cannot be written just now; nothing was changed. Trying again later may work.</summary>
    Unavailable,

    /// <summary>There is no room left for it to grow; nothing was changed.</summary>
    Full,

    /// <summary>It went away between being told to commit and saying that it did: the change was kept, or it was not.</summary>
    Unknown,
}

/// <summary>A connection lent for reading; dispose gives it back.</summary>
public abstract class Reading : SqlReader, IDisposable
{
    public abstract void Dispose();
}
