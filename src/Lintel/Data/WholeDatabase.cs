namespace Lintel.Data;

/// <summary>The database as one thing: saved to a file while it is in use, and put back from one.</summary>
public abstract class WholeDatabase
{
    /// <summary>What it is kept in; a file of one kind is of no use to the other.</summary>
    public abstract string Kind { get; }

    /// <summary>The migrations that this program knows.</summary>
    public abstract IReadOnlySet<string> Known { get; }

    /// <summary>Whether there is anything that putting back would replace.</summary>
    public abstract Task<bool> IsThere(CancellationToken cancel);

    /// <summary>
    /// Writes what is committed at one moment into a new file, while others go on writing, and reads all of it back: it says what is in the file,
    /// not what was meant to be.
    /// </summary>
    /// <exception cref="CopyException">It could not, and the message says why.</exception>
    public abstract Task<Contents> Save(string file, CancellationToken cancel);

    /// <summary>Puts a saved file in place of what is there, when the file holds what it should: all of it, or nothing is changed.</summary>
    /// <param name="file">It is used up.</param>
    /// <param name="contents">What is in the file.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="CopyException">It could not, and the message says why.</exception>
    public abstract Task Put(string file, Contents contents, CancellationToken cancel);
}

/// <summary>What a database holds.</summary>
/// <param name="Schema">The migrations that made its tables.</param>
/// <param name="Rows">How many rows each table has.</param>
public sealed record Contents(IReadOnlyList<string> Schema, IReadOnlyDictionary<string, long> Rows)
{
    /// <summary>In words, the first thing in which another differs; null when nothing does.</summary>
    public string? Difference(Contents other)
    {
        if (!Schema.Order(StringComparer.Ordinal).SequenceEqual(other.Schema.Order(StringComparer.Ordinal)))
        {
            return "another schema";
        }

        var table = Rows.Keys.Union(other.Rows.Keys).Order(StringComparer.Ordinal)
            .FirstOrDefault(table => Rows.GetValueOrDefault(table, -1) != other.Rows.GetValueOrDefault(table, -1));
        return table is null ? null : $"{other.Rows.GetValueOrDefault(table)} rows of {table}, not {Rows.GetValueOrDefault(table)}";
    }
}

/// <summary>The whole database cannot be saved or put back; the message says why, in one line.</summary>
public sealed class CopyException(string message) : Exception(message);
