namespace Lintel.Model;

/// <summary>Why a use-case did not do what it was asked.</summary>
public enum RefusalKind
{
    /// <summary>A value cannot be accepted.</summary>
    Invalid,

    /// <summary>What it is about does not exist in the agency.</summary>
    NotFound,

    /// <summary>The state of the agency does not allow it now.</summary>
    Conflict,

    /// <summary>The caller may not do this to what they see.</summary>
    Forbidden,

    /// <summary>The caller acted on an older version.</summary>
    Stale,
}

/// <summary>An expected failure, in words for the caller. It is a result, not an exception, and it changes nothing.</summary>
public sealed record Refusal(RefusalKind Kind, string Detail, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    /// <summary>
    /// That somebody else was faster: run again from the start, the use-case may well succeed. The caller hears of it when it was overtaken again
    /// and again.
    /// </summary>
    public bool IsOvertaken { get; private init; }

    public static Refusal Overtaken(string detail) => Conflict(detail) with { IsOvertaken = true };

    public static Refusal NotFound(string what, long id) => new(RefusalKind.NotFound, $"{what} {id} does not exist.");

    public static Refusal Forbidden(string detail) => new(RefusalKind.Forbidden, detail);

    public static Refusal Conflict(string detail) => new(RefusalKind.Conflict, detail);

    /// <summary>A conflict that one field of the request causes.</summary>
    public static Refusal Conflict(string field, string problem) => new(RefusalKind.Conflict, $"{field} {problem}", One(field, problem));

    public static Refusal Stale() => new(RefusalKind.Stale, "It was changed since you read it. Read it again and repeat your change.");

    /// <summary>One field with what is wrong with it, worded to follow the field's name.</summary>
    public static Refusal Invalid(string field, string problem) => Invalid(One(field, problem));

    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(RefusalKind.Invalid, string.Join("; ", errors.SelectMany(e => e.Value.Select(problem => $"{e.Key} {problem}"))), errors);

    private static Dictionary<string, string[]> One(string field, string problem) => new() { [field] = [problem] };
}

/// <summary>What a use-case came to: a value, or a <see cref="Refusal"/>. A refused one is rolled back whole.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    public T Value => Refusal is null ? _value! : throw new InvalidOperationException(Refusal.Detail);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
