namespace Lintel.Data;

/// <summary>Figures as the wire has them: rates per cent, 0–100, two decimals everywhere.</summary>
public static class Rate
{
    /// <summary>Part of whole in per cent; 0 when there is no whole.</summary>
    public static decimal Of(long part, long whole) => whole == 0 ? 0.0m : Rounded(100m * part / whole);

    public static decimal Rounded(decimal figure) => Math.Round(figure, 2, MidpointRounding.AwayFromZero);
}
