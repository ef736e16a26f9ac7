using Lintel.Http;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>One line of the role table: who may do one thing.</summary>
/// <param name="Method">GET (HEAD goes with it), POST and so on.</param>
/// <param name="Path">The address, with what varies in braces.</param>
/// <param name="Least">The least role that may; null for anyone, signed in or not.</param>
/// <param name="Scope">The scope of a key that may; null where no key may.</param>
public sealed record Permission(string Method, string Path, Role? Least, Scope? Scope)
{
    public bool IsForAnyone => Least is null;

    /// <summary>Why a caller may not; null when they may.</summary>
    public string? WhyNot(Actor actor) => actor.Scope switch
    {
        { } when Scope is null => "A key cannot do this. Sign in as a person.",
        { } has => Covers(has, Scope.Value) ? null : $"This needs a key with the scope {WireEnum<Scope>.Name(Scope.Value)}.",
        _ when actor.Role < Least => "Your role does not allow this.",
        _ => null,
    };

    private static bool Covers(Scope has, Scope needed) => has == needed || has switch
    {
        Model.Scope.Admin => true,
        Model.Scope.Write => needed is Model.Scope.Read or Model.Scope.Inquiries,
        _ => false,
    };
}
