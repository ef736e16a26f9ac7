using System.Text.Json.Serialization;

namespace Lintel.Http;

/// <summary>
/// One key of a request body: left out, sent, or sent with something it cannot hold. Reading one never fails, so that every wrong field of a
/// request can be named at once.
/// </summary>
[JsonConverter(typeof(FieldConverter))]
public readonly struct Field<T>
{
    private Field(bool isSent, T? value, string? problem) => (IsSent, Value, Problem) = (isSent, value, problem);

    /// <summary>Whether the key was there, be it with null.</summary>
    public bool IsSent { get; }

    /// <summary>What was sent; default when nothing, null or something unfit was.</summary>
    public T? Value { get; }

    /// <summary>Why what was sent cannot be read, worded to follow the key's name; null when it can.</summary>
    public string? Problem { get; }

    public static Field<T> Sent(T? value) => new(true, value, null);

    public static Field<T> Unfit(string problem) => new(true, default, problem);

    /// <summary>The value in another form; left out stays left out.</summary>
    public Field<TOther> To<TOther>(TOther? value) => IsSent ? Field<TOther>.Sent(value) : default;

    /// <summary>Hands the value over when the key was there.</summary>
    public void IfSent(Action<T?> take)
    {
        if (IsSent)
        {
            take(Value);
        }
    }
}
