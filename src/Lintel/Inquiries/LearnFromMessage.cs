using Lintel.Data;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Inquiries;

/// <summary>
/// Puts on a lead what a message of the person says: where nothing is known yet, and where an earlier message said otherwise and nobody has confirmed
/// it. What a human entered stays. Every field that is filled is marked with the words that said so.
/// </summary>
public static class LearnFromMessage
{
    public static async ValueTask Apply(Understood said, Lead lead, LintelDb db, CancellationToken cancel)
    {
        lead.Language ??= said.Language == MessageLanguage.Other ? null : said.Language == MessageLanguage.Zh ? "zh" : "en";
        LearnWishes(said, lead, db.Now);
        LearnHurry(said, lead, db.Now);
        await LearnProperties(said, lead, db, cancel);
        await LearnContacts(said, lead, db, cancel);
    }

    private static void LearnWishes(Understood said, Lead lead, DateTime now)
    {
        if (said.PropertyType is { } type && lead.MayUnderstand("property_type", lead.PropertyType is null))
        {
            lead.PropertyType = type;
            Mark("property_type", "property_type", said, lead, now);
        }

        if (said.Bedrooms is { } bedrooms && lead.MayUnderstand("bedrooms", lead.Bedrooms is null))
        {
            lead.Bedrooms = bedrooms;
            Mark("bedrooms", "bedrooms", said, lead, now);
        }

        if (said.PreferredAreas.Count > 0 && lead.MayUnderstand("preferred_areas", lead.PreferredAreas.Count == 0))
        {
            lead.PreferredAreas = [.. said.PreferredAreas];
            Mark("preferred_areas", "preferred_areas", said, lead, now);
        }

        if (said.MoveInDate is { } day && lead.MayUnderstand("move_in_date", lead.MoveInDate is null))
        {
            lead.MoveInDate = day;
            Mark("move_in_date", "move_in_date", said, lead, now);
        }

        // The two bounds are one fact: half of what a human says and half of a message would be nobody's budget.
        if ((said.BudgetMin is not null || said.BudgetMax is not null)
            && lead.MayUnderstand("budget_min", lead.BudgetMin is null) && lead.MayUnderstand("budget_max", lead.BudgetMax is null))
        {
            lead.Confirm(["budget_min", "budget_max"]);
            (lead.BudgetMin, lead.BudgetMax) = (said.BudgetMin, said.BudgetMax);
            Mark("budget_min", "budget_min", said, lead, now);
            Mark("budget_max", "budget_max", said, lead, now);
        }
    }

    private static void LearnHurry(Understood said, Lead lead, DateTime now)
    {
        if (said.Urgent && lead.Priority == Priority.Medium)
        {
            lead.Priority = Priority.High;
            Mark("priority", "urgent", said, lead, now);
        }
    }

    private static async ValueTask LearnProperties(Understood said, Lead lead, LintelDb db, CancellationToken cancel)
    {
        if (said.PropertyReferences.Count == 0)
        {
            return;
        }

        var named = await NamedProperties.In(said.PropertyReferences, db.Sql, cancel);
        var added = named.Except(lead.InterestedProperties).ToList();
        if (added.Count > 0)
        {
            lead.InterestedProperties = [.. lead.InterestedProperties, .. added];
            Mark("interested_properties", "property_references", said, lead, db.Now);
        }
    }

    /// <summary>A number or a mail address that the person gives, when it is one, and nobody else's in the agency.</summary>
    private static async ValueTask LearnContacts(Understood said, Lead lead, LintelDb db, CancellationToken cancel)
    {
        foreach (var phone in said.Phones.Select(digits => PhoneNumber.Canonical(digits, db.Agency.Region)).OfType<string>().Distinct())
        {
            if (said.Phones.Count == 1 && lead.Phone is null && await Identities.Join(lead, IdentityKind.Phone, phone, db, cancel))
            {
                lead.Phone = phone;
                Mark("phone", "phones", said, lead, db.Now);
            }
            else
            {
                await Mention(lead, IdentityKind.Phone, phone, db, cancel);
            }
        }

        foreach (var email in said.Emails.Select(EmailAddress.Canonical).OfType<string>().Distinct())
        {
            if (said.Emails.Count == 1 && lead.Email is null && await Identities.Join(lead, IdentityKind.Email, email, db, cancel))
            {
                lead.Email = email;
                Mark("email", "emails", said, lead, db.Now);
            }
            else
            {
                await Mention(lead, IdentityKind.Email, email, db, cancel);
            }
        }
    }

    /// <summary>Remembers an address that somebody else is known by: perhaps the same person.</summary>
    private static async ValueTask Mention(Lead lead, IdentityKind kind, string value, LintelDb db, CancellationToken cancel)
    {
        if (await Identities.Holder(db.Sql, kind, value, cancel) != lead.Id
            && (lead.Id == 0 || !await db.Set<Mention>().AnyAsync(mention => mention.LeadId == lead.Id && mention.Kind == kind && mention.Value == value, cancel)))
        {
            lead.Mentions.Add(new Mention { Kind = kind, Value = value });
        }
    }

    private static void Mark(string field, string evidence, Understood said, Lead lead, DateTime now)
    {
        if (said.Evidence.FirstOrDefault(words => words.Field == evidence) is { } words)
        {
            lead.Understand(field, new(words.Text, words.Start, words.Length, now));
        }
    }
}
