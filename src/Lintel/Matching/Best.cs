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

/// <summary>The few best of very many, of which no more than those are held: the higher score first, and of equals the newer.</summary>
internal static class Best
{
    public static async ValueTask<List<T>> Of<T>(IAsyncEnumerable<T> all, int limit)
        where T : struct, IScored
    {
        var best = new PriorityQueue<T, (int Score, long Id)>(limit);
        await foreach (var one in all)
        {
            if (!one.IsComparable)
            {
                continue;
            }

            if (best.Count < limit)
            {
                best.Enqueue(one, (one.Score, one.Id));
            }
            else if (best.Peek() is var worst && (one.Score, one.Id).CompareTo((worst.Score, worst.Id)) > 0)
            {
                best.EnqueueDequeue(one, (one.Score, one.Id));
            }
        }

        return [.. best.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];
    }
}
