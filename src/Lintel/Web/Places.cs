using Lintel.Model;

namespace Lintel.Web;

/// <summary>A place that the frame leads to.</summary>
/// <param name="Key">Its word in <see cref="Words"/>, after <c>nav.</c>.</param>
/// <param name="Address">By its text: the frame knows no feature.</param>
/// <param name="Letter">Typed after <c>g</c>, goes there.</param>
/// <param name="IsOnPhone">Whether it is one of those in the bar at the foot of a phone; the others are under More.</param>
public sealed record Place(string Key, string Address, string Icon, char Letter, bool IsOnPhone = false)
{
    /// <summary>Who has something to do there.</summary>
    public Role Least { get; init; }
}

/// <summary>The places of the frame, in the order of a working day. A page that is to be found there has its line here.</summary>
public static class Places
{
    public static IReadOnlyList<Place> Day { get; } =
    [
        new("today", "/app/today", "sun", 't', IsOnPhone: true),
        new("inbox", "/app/inbox", "inbox", 'i', IsOnPhone: true),
        new("leads", "/app/leads", "users", 'l', IsOnPhone: true),
        new("calendar", "/app/calendar", "calendar", 'c', IsOnPhone: true),
        new("properties", "/app/properties", "building-2", 'p'),
        new("agents", "/app/agents", "user-round-check", 'e'),
        new("analytics", "/app/analytics", "chart-column", 'a'),
    ];

    /// <summary>Those at the sidebar's foot.</summary>
    public static IReadOnlyList<Place> Foot { get; } =
    [
        new("import", "/app/import", "upload", 'm') { Least = Role.Manager },
        new("settings", "/app/settings", "settings", 's') { Least = Role.Manager },
    ];

    /// <summary>Of these places, those for a caller.</summary>
    public static IEnumerable<Place> For(this IEnumerable<Place> places, Actor actor) => places.Where(place => actor.Role >= place.Least);
}
