using Lintel.Http;

namespace Lintel.Web;

/// <summary>
/// Names that are kept, as a form's field shows them: each in the reader's words where these, typed back, can only mean that one, else as it is. A
/// form that is sent as it was shown so changes nothing, and what is typed in words of its own stays what was typed.
/// </summary>
public sealed class SpokenNames
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="names">Those that a field may hold.</param>
    /// <param name="say">A name in the reader's words.</param>
    public SpokenNames(IEnumerable<string> names, Func<string, string> say)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        foreach (var alike in all.GroupBy(say, StringComparer.OrdinalIgnoreCase))
        {
            if (alike.ToList() is [var name] && FormBody.IsOne(alike.Key) && !all.Exists(other => other != name && alike.Key.Equals(other, StringComparison.OrdinalIgnoreCase)))
            {
                _words[name] = alike.Key;
                _names[alike.Key] = name;
            }
        }
    }

    /// <summary>All of them as they are shown.</summary>
    public IEnumerable<string> Words => _words.Values;

    public string? Shown(string? name) => name is null ? null : _words.GetValueOrDefault(name, name);

    /// <summary>Several, in one field.</summary>
    public string? Shown(IReadOnlyList<string>? names) => names is null ? null : string.Join(", ", names.Select(Shown));

    /// <summary>What was typed, with the names that the words stand for.</summary>
    public Field<string> Meant(Field<string> typed) => typed.Value is { } text ? typed.To(Name(text)) : typed;

    public Field<string[]> Meant(Field<string[]> typed) => typed.Value is { } texts ? typed.To(Array.ConvertAll(texts, Name)) : typed;

    private string Name(string text) => _names.GetValueOrDefault(text.Trim(), text);
}
