using System.Globalization;
using Lintel.Model;

namespace Lintel.Http;

/// <summary>
/// The door that input goes through: brings each field into its canonical form, collects what is wrong under the field's name, and refuses
/// the request as a whole. Every problem is worded to follow the field's name ("budget_min must be at least 0").
/// </summary>
public sealed class Check(Agency agency)
{
    public const int MostItems = 50;
    public const int LongestItem = 50;
    public const int LongestUrl = 2_000;

    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    public bool Failed => _errors.Count > 0;

    public Refusal Refusal => Refusal.Invalid(_errors.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal));

    /// <summary>Whether something is wrong with one of these fields.</summary>
    public bool Names(IEnumerable<string> fields) => fields.Any(_errors.ContainsKey);

    public void Error(string field, string problem)
    {
        if (!_errors.TryGetValue(field, out var problems))
        {
            _errors[field] = problems = [];
        }

        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }
    }

    /// <summary>Names a field that must be there and hold something, when it does not: ask once it is in its canonical form.</summary>
    public void Required<T>(string field, Field<T> value)
    {
        if (value.Value is null && !_errors.ContainsKey(field))
        {
            Error(field, "is required");
        }
    }

    /// <summary>Names a field that may be left out but not be emptied.</summary>
    public void NotNull<T>(string field, Field<T> value)
    {
        if (value is { IsSent: true, Value: null, Problem: null } && !_errors.ContainsKey(field))
        {
            Error(field, "must not be empty");
        }
    }

    /// <summary>Free text; empty becomes null. <paramref name="most"/> counts UTF-16 units, as the database does.</summary>
    public Field<string> Text(string field, Field<string> sent, int most)
    {
        var text = PlainText.Canonical(Read(field, sent));
        if (text?.Length > most)
        {
            Error(field, $"must be at most {most} characters");
        }

        return sent.To(text);
    }

    /// <summary>A list of short texts: empty ones dropped, each kept once (without case), in the order sent. Null is the empty list.</summary>
    public Field<List<string>> Texts(string field, Field<string[]> sent, int longest = LongestItem) =>
        Texts(field, sent, longest, StringComparer.OrdinalIgnoreCase);

    private Field<List<string>> Texts(string field, Field<string[]> sent, int longest, StringComparer same)
    {
        var items = Read(field, sent) ?? [];
        var texts = items.Select(PlainText.Canonical).OfType<string>().Distinct(same).ToList();
        if (texts.Count > MostItems)
        {
            Error(field, $"must have at most {MostItems} items");
        }

        if (texts.Any(text => text.Length > longest))
        {
            Error(field, $"must have items of at most {longest} characters");
        }

        return sent.To(texts);
    }

    /// <summary>A slug of lower-case letters, digits, <c>-</c> and <c>_</c>; capitals are lowered.</summary>
    public Field<string> Slug(string field, Field<string> sent)
    {
        var slug = PlainText.Canonical(Read(field, sent))?.ToLowerInvariant();
        if (slug is not null && !IsSlug(slug))
        {
            Error(field, "must be 1 to 50 lower-case letters, digits, - or _");
        }

        return sent.To(slug);
    }

    public static bool IsSlug(string text) => text.Length is > 0 and <= 50 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    /// <summary>A phone number in E.164; one without a country code is of the agency's region.</summary>
    public Field<string> Phone(string field, Field<string> sent) =>
        Canonical(field, sent, text => PhoneNumber.Canonical(text, agency.Region), "must be a phone number");

    public Field<string> Email(string field, Field<string> sent) => Canonical(field, sent, EmailAddress.Canonical, "must be an email address");

    public Field<string> Handle(string field, Field<string> sent) =>
        Canonical(field, sent, InstagramHandle.Canonical, "must be an Instagram handle");

    /// <summary>An absolute http or https address.</summary>
    public Field<string> Url(string field, Field<string> sent)
    {
        var url = Text(field, sent, LongestUrl);
        if (url.Value is { } text && !IsWebAddress(text))
        {
            Error(field, "must be an http or https address");
        }

        return url;
    }

    /// <summary>A list of absolute http or https addresses, each kept once; what differs in case is another address.</summary>
    public Field<List<string>> Urls(string field, Field<string[]> sent)
    {
        var urls = Texts(field, sent, LongestUrl, StringComparer.Ordinal);
        if (urls.Value?.All(IsWebAddress) == false)
        {
            Error(field, "must be http or https addresses");
        }

        return urls;
    }

    public Field<long?> Whole(string field, Field<long?> sent, long least, long most)
    {
        var number = Read(field, sent);
        if (number < least)
        {
            Error(field, $"must be at least {least}");
        }
        else if (number > most)
        {
            Error(field, $"must be at most {most}");
        }

        return sent;
    }

    public Field<double?> Real(string field, Field<double?> sent, double least, double most)
    {
        var number = Read(field, sent);
        if (number < least || number > most)
        {
            Error(field, string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most}"));
        }

        return sent;
    }

    /// <summary>A value that is right or wrong by its form alone.</summary>
    public Field<T> Plain<T>(string field, Field<T> sent)
    {
        Read(field, sent);
        return sent;
    }

    /// <summary>An instant: RFC 3339 with an offset, or without one in the agency's time zone; a bare date is its midnight there.</summary>
    public Field<DateTime?> Time(string field, Field<string> sent) => sent.To(Time(field, Read(field, sent)));

    /// <summary>An instant in a query.</summary>
    public DateTime? Time(string field, string? text)
    {
        text = PlainText.Canonical(text);
        if (text is null)
        {
            return null;
        }

        if (WireTime.TryParse(text, agency, out var time))
        {
            return time;
        }

        Error(field, "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)");
        return null;
    }

    /// <summary>Text in a query; empty is none.</summary>
    public string? Text(string field, string? text, int most)
    {
        text = PlainText.Canonical(text);
        if (text?.Length > most)
        {
            Error(field, $"must be at most {most} characters");
        }

        return text;
    }

    /// <summary>A whole number in a query.</summary>
    public int? Whole(string field, string? text, int least, int most) => (int?)Long(field, text, least, most);

    /// <summary>A whole number in a query that may be beyond two thousand million, as prices are.</summary>
    public long? Long(string field, string? text, long least, long most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            Error(field, $"must be a whole number from {least} to {most}");
            return null;
        }

        return number;
    }

    /// <summary>One or more slugs in a query, separated by commas.</summary>
    public IReadOnlyList<string> Slugs(string field, string? text)
    {
        var slugs = (text ?? "").ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!slugs.All(IsSlug))
        {
            Error(field, "must be 1 to 50 lower-case letters, digits, - or _");
        }

        return slugs;
    }

    public bool? Truth(string field, string? text)
    {
        switch (text?.ToLowerInvariant())
        {
            case null or "":
                return null;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            default:
                Error(field, "must be true or false");
                return null;
        }
    }

    /// <summary>One or more values of an enum in a query, separated by commas.</summary>
    public IReadOnlyList<T> OneOf<T>(string field, string? text)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var name in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (WireEnum<T>.TryParse(name, out var value))
            {
                values.Add(value);
            }
            else
            {
                Error(field, $"must be one of {WireEnum<T>.All}");
            }
        }

        return values;
    }

    /// <summary>One value of an enum in a query.</summary>
    public T? One<T>(string field, string? name)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        if (WireEnum<T>.TryParse(name, out var value))
        {
            return value;
        }

        Error(field, $"must be one of {WireEnum<T>.All}");
        return null;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    private Field<string> Canonical(string field, Field<string> sent, Func<string, string?> canonical, string problem)
    {
        var text = PlainText.Canonical(Read(field, sent));
        if (text is null)
        {
            return sent.To<string>(null);
        }

        var value = canonical(text);
        if (value is null)
        {
            Error(field, problem);
        }

        return sent.To(value);
    }

    private T? Read<T>(string field, Field<T> sent)
    {
        if (sent.Problem is { } problem)
        {
            Error(field, problem);
        }

        return sent.Value;
    }
}
