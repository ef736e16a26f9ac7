using System.Globalization;
using System.Net;
using Lintel.Data.Postgres;
using Lintel.Model;

namespace Lintel;

/// <summary>What the operator sets: environment variables, or the same keys in <c>appsettings.json</c>.</summary>
public sealed record Settings
{
    private const int DefaultRateLimit = 600;

    public required string Urls { get; init; }

    /// <summary>Whether no other machine reaches the server.</summary>
    public bool IsOnLoopback => Urls.Split(';').All(IsLoopback);

    /// <summary>Folder of the SQLite file.</summary>
    public required string Data { get; init; }

    /// <summary>Whether the API answers without credentials, as the default agency.</summary>
    public bool OpenApi { get; init; }

    /// <summary>Whether the page where one signs in shows how the demo agency's people do. Only where the API is open to all anyway.</summary>
    public bool DemoPeople { get; init; }

    /// <summary>The address by which people reach this installation, without a slash at its end; null when it is not said.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The connection string of a PostgreSQL database; null for the SQLite file.</summary>
    public string? Database { get; init; }

    /// <summary>Whether <c>serve</c> brings an older schema of a PostgreSQL database up to date, instead of asking for <c>lintel migrate</c>.</summary>
    public bool AutoMigrate { get; init; }

    /// <summary>Whether this process answers callers.</summary>
    public bool IsWeb { get; init; } = true;

    /// <summary>Whether this process does what nobody waits for: jobs, events, mail.</summary>
    public bool IsWorker { get; init; } = true;

    /// <summary>The Redis server that several processes share; null where there is one process, or each is by itself.</summary>
    public Uri? Redis { get; init; }

    /// <summary>The server that mail is handed to; null where mail is kept as files.</summary>
    public Uri? Smtp { get; init; }

    /// <summary>Whom mail comes from.</summary>
    public string MailFrom { get; init; } = "lintel@localhost";

    /// <summary>How many of the daily backups are kept; null when none are made.</summary>
    public int? BackupsKept { get; init; }

    /// <summary>How many calls a caller may make in a minute; null for as many as it likes.</summary>
    public int? RateLimit { get; init; }

    /// <summary>The proxies in front of the server, whose word is taken for where a request comes from.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    public string DatabaseFile => Path.Combine(Data, "lintel.db");

    /// <summary>Folder of the keys that cookies are signed with.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <exception cref="SettingsException">A setting is wrong; the message names it.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var role = configuration["LINTEL_ROLE"] is { Length: > 0 } said ? said : "all";
        if (role is not ("all" or "web" or "worker"))
        {
            throw new SettingsException($"LINTEL_ROLE must be all, web or worker, not \"{role}\".");
        }

        var settings = new Settings
        {
            Redis = ReadRedis(configuration["REDIS_URL"]),
            Smtp = ReadSmtp(configuration["SMTP_URL"]),
            MailFrom = ReadMailFrom(configuration["LINTEL_MAIL_FROM"]),
            IsWeb = role != "worker",
            IsWorker = role != "web",
            Urls = ReadUrls(configuration),
            Data = Path.GetFullPath(configuration["LINTEL_DATA"] is { Length: > 0 } data ? data : "data"),
            OpenApi = ReadTruth(configuration, "LINTEL_OPEN_API"),
            DemoPeople = ReadTruth(configuration, "LINTEL_DEMO_PEOPLE"),
            Database = ReadDatabase(configuration["DATABASE_URL"]),
            AutoMigrate = ReadTruth(configuration, "LINTEL_AUTO_MIGRATE"),
            BackupsKept = ReadBackup(configuration["LINTEL_BACKUP"]),
            RateLimit = ReadRateLimit(configuration["LINTEL_RATE_LIMIT"]),
            Proxies = [.. ReadProxies(configuration["LINTEL_PROXIES"])],
            PublicUrl = ReadPublicUrl(configuration["LINTEL_PUBLIC_URL"]),
        };
        if (settings.OpenApi && !ReadTruth(configuration, "LINTEL_OPEN_API_ANYWHERE") && !settings.IsOnLoopback)
        {
            throw new SettingsException(
                $"LINTEL_OPEN_API=true lets anyone who reaches {settings.Urls} read and write everything. Listen on loopback only, or set LINTEL_OPEN_API_ANYWHERE=true too.");
        }

        if (settings is { DemoPeople: true, OpenApi: false })
        {
            throw new SettingsException("LINTEL_DEMO_PEOPLE=true shows passwords to whoever looks; it is for LINTEL_OPEN_API=true only.");
        }

        return settings;
    }

    private static string ReadUrls(IConfiguration configuration)
    {
        var urls = configuration["ASPNETCORE_URLS"] is { Length: > 0 } set ? set
            : configuration["PORT"] is { Length: > 0 } port
                ? int.TryParse(port, out var number) && number is >= 0 and <= ushort.MaxValue
                    ? $"http://0.0.0.0:{number}"
                    : throw new SettingsException($"PORT must be a port number, not \"{port}\".")
                : "http://localhost:5000";
        foreach (var url in urls.Split(';'))
        {
            try
            {
                BindingAddress.Parse(url);
            }
            catch (FormatException)
            {
                throw new SettingsException($"ASPNETCORE_URLS must be addresses such as http://localhost:5000, not \"{url}\".");
            }
        }

        return urls;
    }

    private static string? ReadDatabase(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : DatabaseUrl.Read(text.Trim());
        }
        catch (FormatException wrong)
        {
            throw new SettingsException($"DATABASE_URL {wrong.Message}.");
        }
    }

    private static Uri? ReadRedis(string? text) => text switch
    {
        null or "" => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "redis" or "rediss" && url is { Host.Length: > 0, Query: "", Fragment: "" }
            && (url.AbsolutePath is "" or "/" || ushort.TryParse(url.AbsolutePath.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _)) => url,
        _ => throw new SettingsException("REDIS_URL must be redis://user:password@host:6379/0, or rediss://… where it speaks TLS."),
    };

    private static Uri? ReadSmtp(string? text) => text switch
    {
        null or "" => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "smtp" or "smtps" && url is { Host.Length: > 0, Query: "", Fragment: "", AbsolutePath: "" or "/" } =>
            url,
        _ => throw new SettingsException("SMTP_URL must be smtp://user:password@host:587 or smtps://user:password@host:465."),
    };

    private static string ReadMailFrom(string? text) => text switch
    {
        null or "" => "lintel@localhost",
        _ when EmailAddress.Canonical(text) is { } address => address,
        _ => throw new SettingsException($"LINTEL_MAIL_FROM must be an email address such as crm@example.com, not \"{text}\"."),
    };

    private static string? ReadPublicUrl(string? text) => text switch
    {
        null or "" => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "", UserInfo: "" } =>
            url.AbsoluteUri.TrimEnd('/'),
        _ => throw new SettingsException($"LINTEL_PUBLIC_URL must be an http or https address such as https://crm.example.com, not \"{text}\"."),
    };

    private static int? ReadBackup(string? text) => text switch
    {
        null or "" => null,
        _ when text.Split(':') is ["daily", var kept] && int.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        _ => throw new SettingsException($"LINTEL_BACKUP must be daily: and how many to keep, such as daily:14, not \"{text}\"."),
    };

    private static int? ReadRateLimit(string? text) => text switch
    {
        null or "" => DefaultRateLimit,
        _ when text.Equals("off", StringComparison.OrdinalIgnoreCase) => null,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) && calls > 0 => calls,
        _ => throw new SettingsException($"LINTEL_RATE_LIMIT must be off or how many calls a caller may make in a minute, not \"{text}\"."),
    };

    private static IEnumerable<IPNetwork> ReadProxies(string? text)
    {
        foreach (var proxy in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return IPNetwork.TryParse(proxy, out var network) ? network
                : IPAddress.TryParse(proxy, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
                : throw new SettingsException($"LINTEL_PROXIES must be addresses or networks such as 10.0.0.0/8, separated by commas, not \"{proxy}\".");
        }
    }

    private static bool ReadTruth(IConfiguration configuration, string name) => configuration[name] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var truth) => truth,
        var text => throw new SettingsException($"{name} must be true or false, not \"{text}\"."),
    };

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}

/// <summary>A setting that cannot be worked with; the message names it and says what is expected.</summary>
public sealed class SettingsException(string message) : Exception(message);
