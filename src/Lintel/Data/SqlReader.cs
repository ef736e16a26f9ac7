using System.Data.Common;

namespace Lintel.Data;

/// <summary>One named value of a statement; the name is written without its <c>@</c>.</summary>
public readonly record struct Arg(string Name, object? Value)
{
    public static implicit operator Arg((string Name, object? Value) pair) => new(pair.Name, pair.Value);
}

/// <summary>
/// Asks one connection in SQL, for the reads where shape and plan matter: lists, charts, views. <c>@agency</c> is always bound, to the agency
/// the reader belongs to.
/// </summary>
/// <remarks>
/// A statement is written once, in what both databases understand: <c>coalesce</c>, <c>FILTER</c>, NULLs told where to go. A list is a value like
/// another, and <c>each(@list)</c> its rows: <c>key</c> from 0, and <c>value</c>. Where SQLite needs to be told how (<c>INDEXED BY</c>, a plus before
/// a column, <c>CROSS JOIN … ON</c>), PostgreSQL is not told, and goes by its statistics. Where PostgreSQL has to hold rows against other writers
/// (<c>FOR NO KEY UPDATE</c>, also with <c>SKIP LOCKED</c>), SQLite, which has one writer, is not told.
/// </remarks>
public abstract class SqlReader
{
    /// <summary>Every row of the answer, in the database's order.</summary>
    public async ValueTask<List<T>> List<T>(string sql, Func<Row, T> map, CancellationToken cancel, params Arg[] args)
    {
        await using var answer = await Open(sql, args, cancel);
        var rows = new List<T>();
        while (await answer.Read(cancel))
        {
            rows.Add(map(answer.Row));
        }

        return rows;
    }

    /// <summary>The first row, or default when there is none.</summary>
    public async ValueTask<T?> First<T>(string sql, Func<Row, T> map, CancellationToken cancel, params Arg[] args)
    {
        await using var answer = await Open(sql, args, cancel);
        return await answer.Read(cancel) ? map(answer.Row) : default;
    }

    /// <summary>The rows one by one, for answers too large to hold.</summary>
    public async IAsyncEnumerable<T> Stream<T>(
        string sql,
        Func<Row, T> map,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel,
        params Arg[] args)
    {
        await using var answer = await Open(sql, args, cancel);
        while (await answer.Read(cancel))
        {
            yield return map(answer.Row);
        }
    }

    /// <summary>Hands over the rows one by one, for so many that each call counts.</summary>
    public async ValueTask Each(string sql, Action<Row> take, CancellationToken cancel, params Arg[] args)
    {
        await using var answer = await Open(sql, args, cancel);
        while (await answer.Read(cancel))
        {
            take(answer.Row);
        }
    }

    /// <summary>
    /// Does something of whose answer, a row or more, nobody takes note: before whatever is asked next, and before the unit of work ends. What is wrong
    /// with it may only be said then.
    /// </summary>
    public virtual async ValueTask Do(string sql, CancellationToken cancel, params Arg[] args)
    {
        await using var answer = await Open(sql, args, cancel);
        await answer.Read(cancel);
    }

    /// <summary>How a text is looked for among the leads.</summary>
    public abstract ValueTask<TextSearch> Search(string text, CancellationToken cancel);

    /// <summary>Starts a statement.</summary>
    public abstract ValueTask<Answer> Open(string sql, Arg[] args, CancellationToken cancel);

    /// <summary>The cursor of one statement, and its clean-up.</summary>
    public abstract class Answer(DbDataReader data, Row row) : IAsyncDisposable
    {
        public Row Row { get; } = row;

        public ValueTask<bool> Read(CancellationToken cancel)
        {
            Row.Rewind();
            return new(data.ReadAsync(cancel));
        }

        public virtual async ValueTask DisposeAsync()
        {
            await data.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }
}
