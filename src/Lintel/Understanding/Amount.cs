namespace Lintel.Understanding;

/// <summary>A sum of money the message names.</summary>
/// <param name="First">Its first token, the word for its bound included.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Low">The lower end in HKD.</param>
/// <param name="High">The upper end in HKD; the same as <paramref name="Low"/> for one figure.</param>
internal readonly record struct Amount(int First, int Last, decimal Low, decimal High)
{
    internal Bound Bound { get; init; }

    /// <summary>How surely it is the budget: 0 is money but not the writer's, 4 stands at the word "budget".</summary>
    internal int Weight { get; init; }

    /// <summary>"per month" stands with it.</summary>
    internal bool Monthly { get; init; }
}

/// <summary>What the words around a figure make of it.</summary>
internal enum Bound
{
    None,
    AtMost,
    AtLeast,
    Around,
    Range,
}
