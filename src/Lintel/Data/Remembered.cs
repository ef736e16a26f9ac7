using System.Collections.Concurrent;

namespace Lintel.Data;

/// <summary>
/// Answers worth keeping until the data changes: a count, a chart. One is given again only while nothing at all has been committed since it
/// was worked out, by this process or another, so it is never stale.
/// </summary>
public sealed class Remembered(Store store)
{
    // A page of a hundred leads is some 100 kB.
    private const int Most = 256;

    private readonly ConcurrentDictionary<object, (long Version, object Answer)> _answers = new();

    /// <param name="key">What was asked, the agency included; compared by value.</param>
    /// <param name="ask">Works the answer out.</param>
    public async ValueTask<T> Get<T>(object key, Func<ValueTask<T>> ask, CancellationToken cancel)
        where T : notnull
    {
        // Taken before asking: what is committed meanwhile makes the answer look older than it is, never newer.
        var version = await store.Version(cancel);
        if (_answers.TryGetValue(key, out var kept) && kept.Version == version)
        {
            return (T)kept.Answer;
        }

        var answer = await ask();
        if (_answers.Count >= Most)
        {
            _answers.Clear();
        }

        _answers[key] = (version, answer);
        return answer;
    }
}
