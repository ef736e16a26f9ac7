using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Leads;

/// <summary>By which addresses a lead is known, and that nobody else in the agency is known by them.</summary>
public static class Identities
{
    private const string HolderSql = "SELECT lead_id FROM lead_identities WHERE agency_id = @agency AND kind = @kind AND value = @value";

    private const string AgentSql = "SELECT id FROM agents WHERE agency_id = @agency AND (phone = @value OR whatsapp_number = @value OR email = @value)";

    /// <summary>The lead known by an address; null when it is a stranger's.</summary>
    public static async ValueTask<long?> Holder(SqlReader sql, IdentityKind kind, string value, CancellationToken cancel) =>
        await sql.First(HolderSql, row => (long?)row.Long(), cancel, ("kind", kind), ("value", value));

    /// <summary>
    /// Makes the lead known by an address, too, unless somebody else is: another lead, or an agent whose address was merely mentioned.
    /// </summary>
    /// <returns>Whether it is the lead's own now.</returns>
    public static async ValueTask<bool> Join(Lead lead, IdentityKind kind, string value, LintelDb db, CancellationToken cancel)
    {
        if (lead.Identities.Any(identity => identity.Kind == kind && identity.Value == value))
        {
            return true;
        }

        if (await Holder(db.Sql, kind, value, cancel) is { } holder)
        {
            return holder == lead.Id;
        }

        if (await db.Sql.First(AgentSql, row => (long?)row.Long(), cancel, ("value", value)) is not null)
        {
            return false;
        }

        lead.Identities.Add(new Identity { Kind = kind, Value = value });
        return true;
    }

    /// <summary>
    /// Makes the lead known by the addresses that it now has, and no longer by those it had until now. What it is known by besides, because it was joined
    /// with another lead, stays. Refused when another lead is known by one of them.
    /// </summary>
    public static async Task<Refusal?> Claim(Lead lead, LintelDb db, CancellationToken cancel)
    {
        var wanted = Of(field => (string?)db.Entry(lead).Property(field).CurrentValue).ToList();
        var held = lead.Id == 0 ? [] : await db.Identities.Where(identity => identity.LeadId == lead.Id).ToListAsync(cancel);
        foreach (var (kind, value, field) in wanted)
        {
            if (held.Any(identity => identity.Kind == kind && identity.Value == value))
            {
                continue;
            }

            if (await Holder(db.Sql, kind, value, cancel) is { } other)
            {
                return Refusal.Conflict(field, await IsSeen(other, db, cancel) ? $"already belongs to lead {other}" : "already belongs to a lead of somebody else");
            }

            if (!lead.Identities.Any(identity => identity.Kind == kind && identity.Value == value))
            {
                lead.Identities.Add(new Identity { Kind = kind, Value = value });
            }
        }

        if (held.Count == 0)
        {
            return null;
        }

        var before = Of(field => (string?)db.Entry(lead).Property(field).OriginalValue).ToList();
        db.Identities.RemoveRange(held.Where(identity => Has(before, identity) && !Has(wanted, identity)));
        return null;
    }

    /// <summary>That there is somebody is no secret from the agents of an agency; who it is, is.</summary>
    private static async ValueTask<bool> IsSeen(long lead, LintelDb db, CancellationToken cancel) =>
        db.Viewer is null || await db.Leads.AnyAsync(seen => seen.Id == lead, cancel);

    private static bool Has(List<(IdentityKind Kind, string Value, string Field)> addresses, Identity identity) =>
        addresses.Any(address => address.Kind == identity.Kind && address.Value == identity.Value);

    private static IEnumerable<(IdentityKind Kind, string Value, string Field)> Of(Func<string, string?> value) => new[]
    {
        (IdentityKind.Phone, value(nameof(Lead.Phone)), "phone"),
        (IdentityKind.Phone, value(nameof(Lead.WhatsappNumber)), "whatsapp_number"),
        (IdentityKind.Email, value(nameof(Lead.Email)), "email"),
        (IdentityKind.InstagramHandle, value(nameof(Lead.InstagramHandle)), "instagram_handle"),
    }.Where(address => address.Item2 is not null).Select(address => (address.Item1, address.Item2!, address.Item3));
}
