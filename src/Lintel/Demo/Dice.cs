namespace Lintel.Demo;

/// <summary>Chance that comes out the same from the same seed, on any machine and in any order of asking (SplitMix64).</summary>
public sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    /// <summary>The dice of one thing among many: what one asks of its own changes nothing for the others.</summary>
    public static Dice For(long seed, string what, long which = 0)
    {
        var state = (ulong)seed;
        foreach (var c in what)
        {
            state = Mix(state ^ c);
        }

        return new(Mix(state ^ Mix((ulong)which)));
    }

    /// <summary>From 0 up to but not including 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A whole number from the least to the most, both included.</summary>
    public int Between(int least, int most) => least + (int)(Unit() * (most - least + 1));

    public T Of<T>(IReadOnlyList<T> items) => items[(int)(Unit() * items.Count)];

    /// <summary>One of the items, the first ones much more often than the last.</summary>
    public T Popular<T>(IReadOnlyList<T> items)
    {
        var unit = Unit();
        return items[(int)(unit * unit * items.Count)];
    }

    /// <summary>One of the items, each as often as its weight says.</summary>
    public T Weighted<T>(IReadOnlyList<T> items, IReadOnlyList<double> runningWeights)
    {
        var at = Unit() * runningWeights[^1];
        var (low, high) = (0, items.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runningWeights[middle] > at)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return items[low];
    }

    /// <summary>Positive figures about a median, now and then far above it: times people take, prices, sizes.</summary>
    public double Around(double median, double spread)
    {
        // Box and Muller's normal deviate.
        var normal = Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());
        return median * Math.Exp(spread * normal);
    }

    public static double[] Running(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(weight => sum += weight)];
    }

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
