namespace Lintel.Http;

/// <summary>Which page of a list is asked for.</summary>
public readonly record struct Paging(long Page, int PerPage)
{
    public const int DefaultPerPage = 20;
    public const int MostPerPage = 100;

    // So far past any end that no product of it overflows.
    private const long FurthestPage = 1_000_000_000_000;

    public long Offset => (Page - 1) * PerPage;

    /// <summary>Reads <c>page</c> (from 1) and <c>per_page</c> (from 1; above 100 is cut to 100).</summary>
    public static Paging Read(Check check, string? page, string? perPage) => new(
        Positive(check, "page", page, 1, FurthestPage),
        (int)Positive(check, "per_page", perPage, DefaultPerPage, MostPerPage));

    private static long Positive(Check check, string field, string? text, long absent, long most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return absent;
        }

        if (!text.All(char.IsAsciiDigit) || text.All(c => c == '0'))
        {
            check.Error(field, "must be a whole number of at least 1");
            return absent;
        }

        return long.TryParse(text, out var number) ? Math.Min(number, most) : most;
    }
}

/// <summary>Where a page stands in its list.</summary>
public sealed record Pagination(long Page, int PerPage, long Total, long Pages, bool HasNext, bool HasPrev)
{
    public static Pagination Of(Paging paging, long total)
    {
        var pages = (total + paging.PerPage - 1) / paging.PerPage;
        return new(paging.Page, paging.PerPage, total, pages, paging.Page < pages, paging.Page > 1);
    }
}
