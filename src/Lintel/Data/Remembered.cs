using System.Collections.Concurrent;
using Lintel.Model;

namespace Lintel.Data;

/// <summary>
/// Answers worth keeping until the data changes: a count, a chart. One is given again only to whoever sees the same, and only while nothing at all has
/// been committed since it was worked out, by this process or another, so it is never stale.
/// </summary>
public sealed class Remembered(Memory memory, Actor actor)
{
    private readonly (long, Sight?) _eyes = (actor.Agency.Id, actor.Sight);

    /// <param name="key">What was asked; compared by value.</param>
    /// <param name="ask">Works the answer out.</param>
    public ValueTask<T> Get<T>(object key, Func<ValueTask<T>> ask, CancellationToken cancel)
        where T : notnull => memory.Get((_eyes, key), ask, cancel);
}

/// <summary>Where <see cref="Remembered"/> keeps what everyone asked.</summary>
public sealed class Memory(Store store)
{
    // A page of a hundred leads is some 100 kB.
    private const int Most = 256;

    // Two generations: when the young one is full it becomes the old one, and what is asked for again moves back.
    private ConcurrentDictionary<object, (long Version, object Answer)> _young = new();
    private ConcurrentDictionary<object, (long Version, object Answer)> _old = new();

    public async ValueTask<T> Get<T>(object key, Func<ValueTask<T>> ask, CancellationToken cancel)
        where T : notnull
    {
        // Taken before asking: what is committed meanwhile makes the answer look older than it is, never newer.
        var version = await store.Version(cancel);
        if (_young.TryGetValue(key, out var kept) && kept.Version == version)
        {
            return (T)kept.Answer;
        }

        var answer = _old.TryGetValue(key, out kept) && kept.Version == version ? (T)kept.Answer : await ask();
        if (_young.Count >= Most)
        {
            (_old, _young) = (_young, new());
        }

        _young[key] = (version, answer);
        return answer;
    }
}
