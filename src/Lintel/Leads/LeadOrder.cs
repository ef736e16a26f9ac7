using Lintel.Http;

namespace Lintel.Leads;

/// <summary>The order of a list of leads.</summary>
/// <param name="Terms">Columns with their directions, ending with the id, so that pages never overlap.</param>
/// <param name="IsDefault">Priority urgent to low, then newest first.</param>
public sealed record LeadOrder(IReadOnlyList<(string Column, bool Descending)> Terms, bool IsDefault) : ISortOrder
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "created_at", "updated_at", "score", "priority", "status", "name", "last_contact_at", "next_follow_up_at", "budget_max", "id",
    ];

    public static IReadOnlyList<string> Optional { get; } = ["name", "last_contact_at", "next_follow_up_at", "budget_max"];

    private static readonly LeadOrder Default = new([("priority", true), ("created_at", true), ("id", true)], true);

    public static LeadOrder Read(string? sort, Check check) => Sorting.Read<LeadOrder>(sort, check) is { } terms ? new(terms, false) : Default;
}
