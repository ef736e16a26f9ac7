namespace Lintel.Data;

/// <summary>Figures as the wire has them: rates per cent, 0–100, two decimals everywhere.</summary>
public static class Rate
{
    /// <summary>
    /// Part of whole in per cent; 0 when there is no whole. Never above 100: what converted in a period may be of leads from before it, and
    /// so be more than came in.
    /// </summary>
    public static decimal Of(long part, long whole) => whole == 0 ? 0.0m : Math.Min(100.0m, Rounded(100m * part / whole));

    /// <summary>The mean of a count of figures, their sum divided down to the wanted unit (3,600 seconds to the hour); null when there are none.</summary>
    public static decimal? Mean(long sum, long count, int unit = 1) => count == 0 ? null : Rounded((decimal)sum / unit / count);

    public static decimal Rounded(decimal figure) => Math.Round(figure, 2, MidpointRounding.AwayFromZero);
}
