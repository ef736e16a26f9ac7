using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>How an operator says where the database is: <c>postgres://user:password@host:5432/name?sslmode=require</c>, or a connection string of the driver.</summary>
public static class DatabaseUrl
{
    /// <summary>What libpq calls otherwise than the driver.</summary>
    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["target_session_attrs"] = "Target Session Attributes",
        ["channel_binding"] = "Channel Binding",
        ["options"] = "Options",
        ["host"] = "Host",
        ["port"] = "Port",
        ["user"] = "Username",
        ["password"] = "Password",
        ["dbname"] = "Database",
    };

    /// <returns>The driver's connection string, with what Lintel needs of every connection.</returns>
    /// <exception cref="FormatException">It cannot be read; the message says why, and holds no password.</exception>
    public static string Read(string text)
    {
        try
        {
            var connection = text.Contains("://", StringComparison.Ordinal) ? FromUrl(text) : new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(connection.Host))
            {
                throw new FormatException("names no host");
            }

            return Complete(connection).ToString();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or InvalidCastException or OverflowException or UriFormatException)
        {
            throw new FormatException("must be postgres://user:password@host/name or a connection string of Npgsql", unreadable);
        }
    }

    private static NpgsqlConnectionStringBuilder FromUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("postgres" or "postgresql"))
        {
            throw new FormatException("must begin with postgres:// and be an address");
        }

        var connection = new NpgsqlConnectionStringBuilder { Host = Uri.UnescapeDataString(url.Host) };
        if (url.Port > 0)
        {
            connection.Port = url.Port;
        }

        if (url.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            connection.Username = Uri.UnescapeDataString(user);
            connection.Password = password is [var secret] ? Uri.UnescapeDataString(secret) : null;
        }

        if (Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')) is { Length: > 0 } name)
        {
            connection.Database = name;
        }

        foreach (var option in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = option.Split('=', 2) is [var left, var right] ? (left, Uri.UnescapeDataString(right)) : (option, "");
            Set(connection, key, value);
        }

        return connection;
    }

    private static void Set(NpgsqlConnectionStringBuilder connection, string key, string value)
    {
        try
        {
            // libpq writes verify-full, the driver VerifyFull.
            connection[Options.GetValueOrDefault(key, key)] = key is "sslmode" or "target_session_attrs" or "channel_binding" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception unknown) when (unknown is ArgumentException or InvalidCastException or FormatException or OverflowException)
        {
            throw new FormatException($"has an option \"{key}\" that is not known or has no such value");
        }
    }

    /// <summary>Says what the operator did not: short waits, few connections, statements that stay prepared, and nothing left to reset.</summary>
    private static NpgsqlConnectionStringBuilder Complete(NpgsqlConnectionStringBuilder connection)
    {
        Default("Application Name", "lintel");
        Default("Timeout", 5);
        Default("Command Timeout", 30);
        Default("Maximum Pool Size", 30);
        Default("Max Auto Prepare", 250);
        Default("Auto Prepare Min Usages", 2);
        Default("Keepalive", 30);
        Default("No Reset On Close", true);
        return connection;

        void Default(string key, object value)
        {
            if (!connection.ContainsKey(key) || !connection.ShouldSerialize(key))
            {
                connection[key] = value;
            }
        }
    }
}
