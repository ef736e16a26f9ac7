namespace Lintel.Accounts;

/// <summary>What a browser calls itself in its requests, by the two names that its owner knows: Chrome · Windows.</summary>
public static class DeviceName
{
    // Nearly all of them call themselves by the later names, too: the first that is found is meant.
    private static readonly (string Said, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Said, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>What is not a browser that we know is named as it names itself.</summary>
    public static string Of(string userAgent) =>
        Find(Browsers, userAgent) is { } browser && Find(Systems, userAgent) is { } system ? $"{browser} · {system}" : userAgent;

    private static string? Find((string Said, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Said, StringComparison.Ordinal)).Name;
}
