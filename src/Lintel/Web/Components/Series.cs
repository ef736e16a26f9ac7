namespace Lintel.Web.Components;

/// <summary>The figures of one line or one set of bars, in the order of the chart's categories.</summary>
/// <param name="IsBefore">The period before, drawn in grey behind.</param>
public sealed record Series(string Name, IReadOnlyList<decimal?> Values, bool IsBefore = false)
{
    /// <summary>Whether the picture shows it; else it is in the table alone.</summary>
    public bool IsDrawn { get; init; } = true;

    /// <summary>Written after a figure: %.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the rows behind each figure are; null where there are none to show.</summary>
    public IReadOnlyList<string?>? Links { get; init; }
}

/// <summary>The forms of a <see cref="Chart"/>.</summary>
public enum ChartKind
{
    /// <summary>Bars that lie, longest names beside them: sources, agents, a funnel.</summary>
    Bars,

    /// <summary>Bars that stand: a distribution.</summary>
    Columns,

    /// <summary>A line through time.</summary>
    Line,
}
