using Lintel.Model;

namespace Lintel.Data;

/// <summary>
/// Fills an agency that holds nothing yet with very many rows at once. It is one transaction: whole when <see cref="Complete"/> returns, and
/// otherwise as if it had not been. What triggers and indexes do row by row is done at its end for all rows together, which comes to the same
/// (a test compares every row) and takes a fraction of the time.
/// </summary>
/// <remarks>Rows may come before those they point at; who fills makes sure that they come.</remarks>
public abstract class BulkLoad(Agency agency) : IAsyncDisposable
{
    public Agency Agency { get; } = agency;

    /// <summary>The id that the first agent added will get; those after it count up.</summary>
    public abstract long FirstAgent { get; }

    /// <summary>The id that the first property added will get; those after it count up.</summary>
    public abstract long FirstProperty { get; }

    public abstract ValueTask Add(Agent agent, CancellationToken cancel);

    public abstract ValueTask Add(Property property, CancellationToken cancel);

    /// <summary>Adds a lead with everything that hangs on it, in the order in which it was put there.</summary>
    public abstract ValueTask Add(Lead lead, CancellationToken cancel);

    /// <summary>Builds what follows from the rows, and commits.</summary>
    public abstract Task Complete(Action<string> progress, CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    /// <summary>Why an agency cannot be filled; null when it can.</summary>
    internal static string? WhyNot(Agency? agency, long agencyId, bool isEmpty) =>
        agency is null ? $"agency {agencyId} does not exist"
        : !isEmpty ? $"agency {agencyId} has data of its own, and demo data goes into an empty agency only"
        : null;
}
