namespace Lintel.Http;

/// <summary>A hash that is the same in every process, unlike the framework's, so that two instances give one entity tag.</summary>
public static class HashCodes
{
    public static int Of(params ReadOnlySpan<decimal> figures)
    {
        var hash = 17;
        Span<int> bits = stackalloc int[4];
        foreach (var figure in figures)
        {
            decimal.GetBits(figure, bits);
            foreach (var part in bits)
            {
                hash = unchecked((hash * 31) + part);
            }
        }

        return hash;
    }
}
