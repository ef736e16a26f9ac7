using Xunit.v3;

namespace Lintel.Tests.Running;

/// <summary>A test about SQLite itself; it is not run on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnlySqliteAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Only", "SQLite")];
}

/// <summary>A test about PostgreSQL itself; it is run with those on PostgreSQL, and needs none of their settings.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnlyPostgresAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Only", "PostgreSQL")];
}
