namespace Lintel.Http;

/// <summary>The query <c>days</c>: a window of so many days of 24 hours that ends now.</summary>
public static class Days
{
    public const int Default = 30;
    public const int Most = 3650;

    /// <summary>Reads <c>days</c> (1 to 3650; 30 when it is left out); anything else is left in <paramref name="check"/>.</summary>
    public static int Read(Check check, string? days) => check.Whole("days", days, 1, Most) ?? Default;
}
