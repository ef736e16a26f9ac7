namespace Lintel.Matching;

/// <summary>One of many that are compared with the same thing.</summary>
internal interface IScored
{
    long Id { get; }

    /// <summary>0 to 100.</summary>
    int Score { get; }

    /// <summary>Whether anything is known by which it can be compared.</summary>
    bool IsComparable { get; }
}

/// <summary>The few best of very many, of which no more than those are held.</summary>
internal sealed class Best<T>(int limit)
    where T : struct, IScored
{
    private readonly PriorityQueue<T, (int Score, long Id)> _best = new(limit);

    public void Take(in T one)
    {
        if (!one.IsComparable)
        {
            return;
        }

        if (_best.Count < limit)
        {
            _best.Enqueue(one, (one.Score, one.Id));
        }
        else if (_best.Peek() is var worst && (one.Score > worst.Score || (one.Score == worst.Score && one.Id > worst.Id)))
        {
            _best.EnqueueDequeue(one, (one.Score, one.Id));
        }
    }

    /// <summary>The higher score first, and of equals the newer.</summary>
    public IReadOnlyList<T> List() => [.. _best.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];
}
