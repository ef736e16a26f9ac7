using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>What holds for owners alone: owners make and change them, and an agency that had one keeps one.</summary>
internal static class Owners
{
    public static Refusal OneStays { get; } = Refusal.Conflict("The agency's last owner stays its owner. Make somebody else one first.");

    /// <summary>Why the caller may not make somebody of one role into another.</summary>
    public static Refusal? WhyNot(Role before, Role after, LintelDb db) =>
        before > db.Actor.Role || after > db.Actor.Role ? Refusal.Forbidden("Only an owner changes or makes owners.") : null;

    /// <summary>Whether the one who was changed was the last.</summary>
    public static async Task<bool> AreGone(Role before, LintelDb db, CancellationToken cancel) =>
        before == Role.Owner && !await db.Memberships.AnyAsync(member => member.Role == Role.Owner, cancel);
}
