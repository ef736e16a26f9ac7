using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Lintel.Http.OpenApi;

/// <summary>
/// What the words of the wire mean, each said once with an example, wherever it occurs. A docstring on the property goes before it; where a
/// word means something else in one place, that place has a line of its own, <c>Type.word</c>.
/// </summary>
public static class Glossary
{
    /// <summary>What the sections of the API are about, by tag.</summary>
    public static readonly IReadOnlyDictionary<string, string> Sections = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Agents"] = "The people who take care of leads: what they are good at, how much they hold, how they do.",
        ["Analytics"] = "The figures: each answers one question over a window of days, or as of now.",
        ["Audit"] = "Who did what to which record, from where, before and after. Nothing in it can be changed.",
        ["Assignment"] = "Which agent gets which lead.",
        ["Mails"] = "Mail that is still to be sent.",
        ["Events"] = "What happens in the agency, told as it happens.",
        ["Calendar"] = "What is planned: follow-ups and appointments in one list.",
        ["Follow-ups"] = "Promises to get back to a lead, and what is due.",
        ["Health"] = "Whether the service answers. Needs no authentication.",
        ["Inquiries"] = "The door for inbound contacts: a message from a channel makes or finds the lead, is understood, scored and assigned.",
        ["Interactions"] = "The timeline of a lead: what was said, done, planned and noted.",
        ["Leads"] = "People who want something from the agency, what they want, and how far it has come.",
        ["Keys"] = "API keys, by which programs act for the agency. Owners make them.",
        ["People"] = "Who can sign in for the agency, and as what.",
        ["Signing in"] = "Who calls, for which agency, and as what. A key is sent as `Authorization: Bearer` or in `X-API-Key`; a person signs in and has a cookie.",
        ["Agency"] = "The business whose leads these are, and the conventions by which its input is read.",
        ["Views"] = "Lists as people like to look at them, kept under a name.",
        ["Privacy"] = "What a person may ask of whoever keeps their data: to have it, and to be forgotten.",
        ["Properties"] = "Listings: what leads ask about. Scrapers post the same listing again and again.",
    };

    private static readonly Dictionary<string, (string Meaning, object? Example)> Words = new(StringComparer.Ordinal)
    {
        // Of everything.
        ["id"] = ("Its id in the agency.", 42),
        ["success"] = ("Always true.", true),
        ["created_at"] = ("When it was made.", "2026-11-23T01:45:58.123Z"),
        ["updated_at"] = ("When it last changed.", "2026-11-23T02:10:00.000Z"),
        ["at"] = ("When it happened.", "2026-11-23T01:45:58.123Z"),
        ["by"] = ("Who did it: `system`, or the caller's name.", "system"),
        ["reason"] = ("Why, in words.", "inquiry received"),
        ["is_active"] = ("Whether it takes part: an agent gets leads, a listing is on offer.", true),

        // Signing in.
        ["user"] = ("The person who is signed in.", null),
        ["agency"] = ("The agency that the call is for.", null),
        ["role"] = ("What the person may do in the agency.", "manager"),
        ["agency_id"] = ("The agency's id.", 1),
        ["time_zone"] = ("IANA name of the agency's time zone.", "Asia/Hong_Kong"),
        ["currency"] = ("ISO 4217 code of every amount of money.", "HKD"),
        ["region"] = ("ISO 3166 region of phone numbers without a country code.", "HK"),
        ["AgencyView.languages"] = ("What the agency speaks with the people who ask, the preferred first.", null),
        ["working_hours"] = ("When the agency works, as schema.org writes opening hours.", Array("Mo 09:30-18:30", "Tu 09:30-18:30", "Sa 10:00-14:00")),
        ["logo"] = ("Where the agency's picture is got; null without one.", "/agency/logo?v=9f86d081884c7d65"),
        ["image"] = ("The picture, in base64.", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="),
        ["agents_see_unassigned"] = ("Whether agents see the leads that nobody has, and may take them.", false),
        ["invitations"] = ("The invitations that can still be accepted.", null),
        ["csrf_token"] = ("What a change by cookie carries in `X-CSRF-Token`.", "tqiDqKmN3yb6_Ax2aYkW0i5GvMVpAyb0rSyL2xVZ1kE"),
        ["key"] = ("The API key that was shown.", null),
        ["agencies"] = ("The agencies that the person works for.", null),
        ["keys"] = ("The keys.", null),
        ["users"] = ("The people.", null),
        ["sessions"] = ("The sessions.", null),
        ["secret"] = ("The key itself.", "lintel_Zy0jq2Yb9nV1cWq0sY3kR7mPp4u2Hf8tLx5aEoDiGvs"),
        ["hint"] = ("How the key begins.", "lintel_Zy0jq2"),
        ["allowed_addresses"] = ("Where the key may be used from.", Array("203.0.113.0/24")),
        ["expires_at"] = ("When the key ends by itself.", "2027-12-31T00:00:00.000Z"),
        ["last_used_at"] = ("When it was last used.", "2026-11-23T01:45:58.123Z"),
        ["revoked_at"] = ("Since when the key is revoked.", "2026-12-01T00:00:00.000Z"),
        ["device"] = ("What the browser said it is.", "Mozilla/5.0 (X11; Linux x86_64)"),
        ["is_current"] = ("Whether it is the session that asks.", true),
        ["scope"] = ("What the key may be used for.", "read"),
        ["TotpAnswer.secret"] = ("", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
        ["otpauth_url"] = ("What an authenticator reads.", "otpauth://totp/Lintel:amy%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Lintel&algorithm=SHA1&digits=6&period=30"),
        ["passkeys"] = ("The person's passkeys.", null),
        ["passkey"] = ("The passkey.", null),
        ["PasskeyView.name"] = ("What the person calls it.", "Phone"),
        ["NewPasskey.name"] = ("What it is to be called.", "Phone"),
        ["PasskeyRequest.name"] = ("What it is to be called.", "Phone"),
        ["is_backed_up"] = ("Whether it is on other devices of the person's, too.", false),
        ["options"] = ("What the browser is to ask, for `navigator.credentials`: JSON in a text.", "{\"challenge\":\"…\"}"),
        ["state"] = ("Tells what was asked; sent back with the answer, within ten minutes, once.", "CfDJ8N…"),
        ["credential"] = ("What the browser gave: JSON in a text.", "{\"id\":\"…\",\"type\":\"public-key\",\"response\":{}}"),
        ["recovery_codes"] = ("What lets the person in without their authenticator.", Array("K7QX-2MPA-9ZLC-4WTR")),

        // Lists.
        ["pagination"] = ("Where this page stands in its list.", null),
        ["page"] = ("Which page, from 1. One past the end is empty.", 1),
        ["per_page"] = ("How many a page has; more than 100 is cut to 100.", 20),
        ["total"] = ("How many there are on all pages together.", 57),
        ["pages"] = ("How many pages there are.", 3),
        ["has_next"] = ("Whether a page follows.", true),
        ["has_prev"] = ("Whether a page goes before.", false),
        ["?sort"] = ("Columns to sort by, in this order, each with `-` before it for descending.", Array("-score", "created_at")),
        ["?days"] = ("How many days the window has; it ends now.", 30),

        ["dry_run"] = ("Whether it is only shown, and nothing was changed.", true),
        ["?dry_run"] = ("Whether to say only what would be done.", true),

        // The calendar.
        ["agenda"] = ("What is planned, the earliest first.", null),
        ["kind"] = ("follow_up, or what the appointment is.", "viewing"),
        ["lead_name"] = ("What the lead is called.", "John Chan"),
        ["?from"] = ("From when. Of what is planned, from now on when it is left out.", "2026-11-23T00:00:00+08:00"),
        ["?until"] = ("What is planned before then; a week after from when it is left out.", "2026-11-30T00:00:00+08:00"),

        // Leads.
        ["lead"] = ("The lead.", null),
        ["leads"] = ("The leads.", null),
        ["lead_id"] = ("The lead's id.", 42),
        ["name"] = ("The full name.", "John Chan"),
        ["phone"] = ("The phone number, answered in E.164. Sent without a country code it is of the agency's region.", "+85298765432"),
        ["whatsapp_number"] = ("The WhatsApp number, answered in E.164. It is the same person as a phone of the same digits.", "+85298765432"),
        ["email"] = ("The email address, compared without case and answered in lower case.", "john.chan@example.com"),
        ["instagram_handle"] = ("The Instagram handle, answered as `@lowercase`; the profile's address may be sent as well.", "@potential_tenant"),
        ["source"] = ("Where the person comes from: a slug such as `instagram`, `whatsapp`, `website`, `referral` or `walk_in`.", "instagram"),
        ["source_post_id"] = ("The post that brought the person.", "instagram_post_123"),
        ["source_property_id"] = ("The property that brought the person.", "28hse-991203"),
        ["original_message"] = ("What the person first wrote.", "Looking for 2-bedroom apartment in Central"),
        ["status"] = ("How far it has come.", "new"),
        ["priority"] = ("How soon it wants attention.", "medium"),
        ["score"] = ("How promising the lead is, 0 to 100.", 35),
        ["interested_properties"] = ("Properties the person asked about: each a `source_id`, or an id in digits.", Array("28hse-991203")),
        ["budget_min"] = ("The least the person wants to pay, in the agency's currency.", 20_000),
        ["budget_max"] = ("The most the person wants to pay, in the agency's currency.", 35_000),
        ["preferred_areas"] = ("Where the person wants to live.", Array("Central", "Mid-Levels")),
        ["property_type"] = ("What kind of property: a slug such as `apartment`, `village_house` or `office`.", "apartment"),
        ["bedrooms"] = ("How many bedrooms; 0 is a studio.", 2),
        ["move_in_date"] = ("When the person wants to move in.", "2027-01-15"),
        ["assigned_agent_id"] = ("The agent who takes care of it; null for nobody.", 1),
        ["assigned_agent"] = ("The agent who takes care of it; null for nobody.", null),
        ["last_contact_at"] = ("When a contact last took place; null before the first.", "2026-11-23T01:45:58.123Z"),
        ["next_follow_up_at"] = ("When the earliest open follow-up is due; null when there is none.", "2026-11-24T02:00:00.000Z"),
        ["tags"] = ("The agency's own labels.", Array("vip", "pet owner")),
        ["notes"] = ("The agency's own notes.", "Prefers high floors."),
        ["understood"] = ("The fields that messages filled and nobody has confirmed or changed yet, each with the words that said so.",
            new Dictionary<string, object>
            {
                ["budget_max"] = new Dictionary<string, object> { ["text"] = "25k", ["start"] = 22, ["length"] = 3, ["at"] = "2026-11-23T01:45:58.123Z" },
            }),
        ["UnderstoodWords.text"] = ("", "25k"),
        ["UnderstoodWords.start"] = ("", 22),
        ["UnderstoodWords.length"] = ("", 3),
        ["UnderstoodWords.at"] = ("", "2026-11-23T01:45:58.123Z"),
        ["turned_down_properties"] = ("Properties the person was shown and does not want: each a `source_id`, or an id in digits.", Array("28hse-880114")),
        ["merged_lead"] = ("The lead that is no more, as it was.", null),
        ["unmerged_lead"] = ("The lead that is there again.", null),
        ["MergeLeadsRequest.lead_id"] = ("The lead to be joined with this one; afterwards it is no more.", 43),
        ["moved"] = ("How many rows of the other's history the lead has now.", null),
        ["MovedRows.interactions"] = ("Entries of the timeline.", 3),
        ["MovedRows.follow_ups"] = ("Follow-ups, open or done.", 1),
        ["MovedRows.assignments"] = ("Times it went to an agent.", 1),
        ["MovedRows.status_changes"] = ("Steps through the statuses.", 2),
        ["MovedRows.identities"] = ("Addresses the person is known by.", 1),
        ["duplicates"] = ("Leads that may be the same person.", null),
        ["Duplicate.reasons"] = ("Why.", null),
        ["DuplicateReason.reason"] = ("", "same_phone"),
        ["DuplicateReason.text"] = ("", "both are linked to +85298765432"),
        ["matches"] = ("Those that fit best, the best first.", null),
        ["?limit"] = ("How many of the best.", 20),
        ["MatchingProperty.score"] = ("", 86),
        ["MatchingLead.score"] = ("", 86),
        ["PropertyOffer.source"] = ("Where the listing comes from.", "28hse"),
        ["turned_down"] = ("Whether the person turned it down.", false),
        ["reasons"] = ("What the score is made of.", null),
        ["MatchReason.part"] = ("", "price"),
        ["MatchReason.verdict"] = ("", "over"),
        ["MatchReason.amount"] = ("", 8),
        ["MatchReason.points"] = ("", 20),
        ["MatchReason.max"] = ("", 30),
        ["MatchReason.text"] = ("", "8 % over budget"),
        ["fields"] = ("Names of fields.", Array("budget_max")),
        ["is_new_lead"] = ("Whether the person was unknown until now.", true),
        ["factors"] = ("What the score is made of, rule by rule.", null),
        ["ScoreFactor.part"] = ("", "contact"),
        ["ScoreFactor.rule"] = ("", "phone"),
        ["ScoreFactor.points"] = ("", 5),
        ["ScoreFactor.max"] = ("", 5),
        ["ScoreFactor.evidence"] = ("", "+85298765432"),
        ["status_changes"] = ("Its steps through the statuses, oldest first.", null),
        ["assignments"] = ("Who it went to, oldest first.", null),
        ["StatusChangeView.from"] = ("The status before; null for the first.", null),
        ["StatusChangeView.to"] = ("The status after.", null),

        ["?q"] = ("Text to look for.", "Central"),
        ["?area"] = ("The area.", "Central"),
        ["?tag"] = ("The label.", "vip"),
        ["?min_score"] = ("The least score.", 60),
        ["?max_score"] = ("The highest score.", 100),
        ["?unassigned"] = ("Whether nobody takes care of it.", true),
        ["AgencyRequest.name"] = ("", "Harbour Homes"),
        ["?ids"] = ("The leads' ids.", "42,43"),
        ["views"] = ("The views.", null),
        ["view"] = ("The view.", null),
        ["place"] = ("The list: `leads`.", "leads"),
        ["?place"] = ("The list.", "leads"),
        ["query"] = ("The filters, order and columns, as in an address.", "status=new&sort=-score"),
        ["is_shared"] = ("Whether all of the agency see it.", false),
        ["is_own"] = ("Whether the caller made it.", true),
        ["NamedView.name"] = ("", "Hot and new"),
        ["SaveViewRequest.name"] = ("", "Hot and new"),
        ["?answered"] = ("Whether a person has answered.", true),
        ["?converted_from"] = ("From when.", "2026-11-01T00:00:00+08:00"),
        ["?converted_to"] = ("Until when.", "2026-11-30T23:59:59+08:00"),
        ["?property_id"] = ("The property's id.", 7),
        ["?created_from"] = ("From when.", "2026-11-01T00:00:00+08:00"),
        ["?created_to"] = ("Until when.", "2026-11-30T23:59:59+08:00"),

        // Inquiries and interactions.
        ["interaction"] = ("The entry in the lead's timeline.", null),
        ["interactions"] = ("Entries of the lead's timeline, newest first.", null),
        ["message"] = ("What was said.", "Looking for 2-bedroom apartment in Central"),
        ["post_id"] = ("The post it answers.", "instagram_post_123"),
        ["property_id"] = ("The property it is about: its `source_id`, or its id in digits.", "28hse-991203"),
        ["InteractionView.type"] = ("What the entry is.", null),
        ["channel"] = ("Through what it went.", "whatsapp"),
        ["direction"] = ("Who spoke to whom: `inbound` is to the agency.", "inbound"),
        ["subject"] = ("What it is about, in a line.", "Viewing on Saturday"),
        ["attachments"] = ("Web addresses of what came with it.", Array("https://files.example.com/floor-plan.pdf")),
        ["agent_id"] = ("The agent's id; null for nobody.", 1),
        ["agent"] = ("The agent; null for nobody.", null),
        ["agent_name"] = ("The agent's name; null for nobody.", "Mei Wong"),
        ["is_automated"] = ("Whether a rule wrote it, not a human; it never counts as a response.", false),
        ["scheduled_at"] = ("For when it is planned.", "2026-11-28T06:00:00.000Z"),
        ["completed_at"] = ("When it was done; null while it is not.", "2026-11-28T06:40:00.000Z"),
        ["outcome"] = ("What came of it; `viewing_scheduled` moves the lead there.", "viewing_scheduled"),
        ["next_action"] = ("What to do next.", "Send two more listings"),
        ["follow_up_date"] = ("When to get back to the person.", "2026-11-24T02:00:00.000Z"),

        // What a message says.
        ["received_at"] = ("When it was received.", "2026-11-23T09:45:00+08:00"),
        ["understanding"] = ("What the message says.", null),
        ["language"] = ("The language.", "en"),
        ["intent"] = ("What the person wants to do.", "rent"),
        ["urgent"] = ("Whether the person is in a hurry.", false),
        ["property_references"] = ("Listings that are named: references and links.", Array("28hse-991203")),
        ["phones"] = ("Phone numbers that are given.", Array("+85298765432")),
        ["emails"] = ("Email addresses that are given.", Array("john.chan@example.com")),
        ["handles"] = ("Instagram handles that are given.", Array("@potential_tenant")),
        ["Understood.bedrooms"] = ("", 2),
        ["Understood.move_in_date"] = ("", "2027-01-15"),
        ["Understood.evidence"] = ("", null),
        ["Evidence.field"] = ("", "preferred_areas"),
        ["Evidence.text"] = ("", "Central"),
        ["Evidence.start"] = ("", 35),
        ["Evidence.length"] = ("", 7),

        // Agents.
        ["agents"] = ("The agents.", null),
        ["specialization_areas"] = ("Areas the agent knows best.", Array("Central", "Sheung Wan")),
        ["specialization_types"] = ("Kinds of property the agent knows best, as slugs.", Array("apartment")),
        ["languages"] = ("Languages the agent speaks.", Array("en", "zh")),
        ["total_leads"] = ("How many leads in all.", 120),
        ["converted_leads"] = ("How many of them are converted.", 38),
        ["conversion_rate"] = ("Converted leads, per cent.", 31.67m),
        ["avg_response_time"] = ("Minutes to the first human answer, on average; null before the first.", 42.5m),
        ["max_leads"] = ("How many open leads the agent may hold at once.", 50),
        ["current_leads"] = ("How many open leads the agent holds now.", 12),

        ["performance"] = ("How the agent did in the window.", null),
        ["workload"] = ("What the agent has to do.", null),
        ["AgentWorkload.active_leads"] = ("", 12),
        ["AgentWorkload.capacity_percentage"] = ("", 24.0m),
        ["AgentWorkload.overdue_followups"] = ("", 2),
        ["AgentWorkload.scheduled_today"] = ("", 3),
        ["AgentWorkload.high_priority_leads"] = ("", 4),
        ["AgentWorkload.can_take_more_leads"] = ("", true),
        ["assigned_count"] = ("How many leads got an agent.", 7),
        ["InteractionRequest.type"] = ("What took place, or is noted or planned.", "call"),

        // Follow-ups.
        ["follow_up"] = ("The follow-up.", null),
        ["follow_ups"] = ("The follow-ups.", null),
        ["due_at"] = ("When to get back to the lead.", "2026-11-24T02:00:00.000Z"),
        ["note"] = ("What about; null for nothing in particular.", "Ask whether Saturday suits"),
        ["done"] = ("Whether it is done with.", false),
        ["?due"] = ("`overdue`: due before now; `today`: due on this day of the agency; `week`: due on this day or one of the six after it.", "today"),

        // Properties.
        ["property"] = ("The property.", null),
        ["properties"] = ("The properties.", null),
        ["title"] = ("What the listing is called.", "Taikoo Shing, 2-bedroom, sea view"),
        ["development"] = ("The estate or building.", "Taikoo Shing"),
        ["address"] = ("Where it is.", "18 Taikoo Shing Road, Tai Koo"),
        ["area"] = ("The neighbourhood.", "Tai Koo"),
        ["bathrooms"] = ("How many bathrooms.", 1),
        ["saleable_area"] = ("The saleable area in square feet.", 582),
        ["gross_area"] = ("The gross area in square feet.", 715),
        ["floor"] = ("Which floor, as the source says it.", "High floor"),
        ["price"] = ("The price in the agency's currency: per month for a letting, in all for a sale.", 26_500),
        ["price_per_sqft"] = ("The price per square foot.", 45.53m),
        ["PropertyView.source"] = ("Where the listing comes from: a slug such as `28hse`, `squarefoot` or `centaline`.", "28hse"),
        ["PropertyRequest.source"] = ("", "28hse"),
        ["source_id"] = ("The listing's id at its source.", "28hse-991203"),
        ["listing_url"] = ("The listing's page at its source.", "https://www.28hse.com/rent/apartment/property-991203"),
        ["images"] = ("Pictures.", Array("https://images.example.com/991203/1.jpg")),
        ["enriched_images"] = ("Pictures that were worked on: staged, brightened, with a logo.", Array("https://images.example.com/991203/staged.jpg")),
        ["PropertyView.agent_name"] = ("Who offers it.", "Mei Wong"),
        ["PropertyRequest.agent_name"] = ("Who offers it.", "Mei Wong"),
        ["agent_phone"] = ("The phone of the agent who offers it.", "+85221234567"),
        ["agent_agency"] = ("The agency that offers it.", "Harbour Realty"),
        ["is_featured"] = ("Whether it is put in the window.", false),
        ["instagram_posts"] = ("Instagram posts that show it: ids or addresses.", Array("instagram_post_123")),
        ["total_views"] = ("How often it was looked at, as far as is known.", 340),
        ["total_inquiries"] = ("How many leads ask about it.", 7),
        ["scraped_at"] = ("When its source was last read; null when it was not.", "2026-11-23T01:30:00.000Z"),
        ["results"] = ("What became of each, in the order sent.", null),
        ["counts"] = ("How many came to what.", null),
        ["SavedProperty.index"] = ("", 0),
        ["SavedProperty.status"] = ("", "created"),
        ["SavedProperty.id"] = ("", 42),
        ["SavedProperty.errors"] = ("", new Dictionary<string, string[]> { ["title"] = Array("is required") }),
        ["SavedCounts.created"] = ("New listings.", 12),
        ["SavedCounts.updated"] = ("Known listings that changed.", 3),
        ["SavedCounts.unchanged"] = ("Known listings that were as posted.", 180),
        ["SavedCounts.rejected"] = ("Listings that could not be accepted.", 1),
        ["?min_price"] = ("The least price.", 20_000),
        ["?max_price"] = ("The highest price.", 35_000),
        ["?is_featured"] = ("Whether it is put in the window.", true),

        // Figures.
        ["AgentFigures.name"] = ("", "Mei Wong"),
        ["AgentPerformance.name"] = ("", "Mei Wong"),
        ["avg_lead_score"] = ("The average score, 0 to 100; null when there is none.", 54.25m),
        ["avg_score"] = ("The average score, 0 to 100.", 54.25m),
        ["total_interactions"] = ("How many interactions.", 212),
        ["avg_response_hours"] = ("Hours to the first human answer, on average; null when none was.", 1.75m),
        ["period_days"] = ("How many days the period has.", 30),
        ["DashboardMetrics.total_leads"] = ("", 1_840),
        ["new_leads"] = ("Leads created in the period.", 120),
        ["recent_interactions"] = ("Interactions in the period.", 212),
        ["leads_by_status"] = ("How many leads are in each status.", new Dictionary<string, int>
        {
            ["new"] = 310,
            ["contacted"] = 420,
            ["qualified"] = 280,
            ["viewing_scheduled"] = 150,
            ["applied"] = 90,
            ["converted"] = 380,
            ["lost"] = 210,
        }),
        ["leads_by_source"] = ("How many leads are of each source.", new Dictionary<string, int> { ["instagram"] = 960, ["whatsapp"] = 610, ["website"] = 270 }),
        ["high_priority_leads"] = ("Leads whose priority is high or urgent.", 27),
        ["date"] = ("The day.", "2026-11-23"),
        ["LeadsOfDay.leads"] = ("", 8),
        ["month"] = ("The month, by its first day.", "2026-11-01"),
        ["viewings"] = ("How many viewings.", 4),
        ["ResponseRange.leads"] = ("", 12),
        ["from_minutes"] = ("From so many minutes on.", 15),
        ["to_minutes"] = ("Fewer minutes than these.", 60),
        ["unanswered"] = ("Those without an answer.", 3),
        ["ConversionsOfDay.conversions"] = ("", 2),
        ["PropertyFigures.property_id"] = ("", 42),
        ["PropertyFiguresView.inquiries"] = ("", 7),
        ["PropertyFiguresView.conversions"] = ("", 2),
        ["PropertyMonth.inquiries"] = ("", 3),
        ["PropertyMonth.conversions"] = ("", 1),
        ["PropertyFigures.inquiries"] = ("", 7),
        ["PropertyFigures.conversions"] = ("", 2),
        ["PropertyFigures.conversion_rate"] = ("", 28.57m),
        ["avg_lead_quality"] = ("The average score, 0 to 100.", 61.43m),
        ["contacted_leads"] = ("Leads that became contacted.", 96),
        ["qualified_leads"] = ("Leads that became qualified.", 71),
        ["viewing_leads"] = ("Leads that had a viewing scheduled.", 52),
        ["applied_leads"] = ("Leads that applied.", 43),
        ["contact_rate"] = ("Contacted leads, per cent.", 80.00m),
        ["qualification_rate"] = ("Qualified leads, per cent.", 59.17m),
        ["viewing_rate"] = ("Leads with a viewing, per cent.", 43.33m),
        ["application_rate"] = ("Leads that applied, per cent.", 35.83m),
        ["ScoreRange.range"] = ("", "61-80"),
        ["ScoreRange.label"] = ("", "High"),
        ["ScoreRange.count"] = ("", 64),
        ["ScoreRange.converted"] = ("", 21),
        ["ScoreRange.conversion_rate"] = ("", 32.81m),
        ["StatusScore.count"] = ("", 310),
        ["export_date"] = ("When it was exported.", "2026-11-23T01:45:58.123Z"),
        ["?format"] = ("The form of the file: JSON, a zip of CSV files, or an Excel workbook.", "json"),

        // Events.
        ["event"] = ("The event.", null),
        ["OutboxAnswer.entries"] = ("Events that are not delivered, and how that goes.", null),
        ["EventView.type"] = ("", "lead.status_changed"),
        ["data"] = ("", new Dictionary<string, string> { ["from"] = "new", ["to"] = "contacted" }),
        ["mails"] = ("The mails.", null),
        ["MailEntry.id"] = ("The mail's id.", 12),
        ["MailEntry.subject"] = ("What it is about.", "Harbour Homes: invitation"),
        ["MailEntry.created_at"] = ("When it was written.", "2026-11-23T01:45:00.000Z"),
        ["to"] = ("", "amy@example.com"),
        ["attempts"] = ("", 3),
        ["next_try_at"] = ("", "2026-11-23T01:47:08.000Z"),
        ["parked_at"] = ("", "2026-11-23T05:30:00.000Z"),
        ["last_error"] = ("", "IOException: Connection refused"),
        ["?Last-Event-ID"] = ("The id of the event that was heard last: the stream goes on after it.", "1042"),
        ["?parked"] = ("Whether it was given up; without it, both kinds.", true),

        // Audit.
        ["entries"] = ("What was done, newest first.", null),
        ["actor"] = ("The name of who did it: a person, a key, or `system`.", "api"),
        ["user_id"] = ("The person who did it; null for a key, the open API and the system.", 7),
        ["key_id"] = ("The API key with which it was done; null without one.", 3),
        ["AuditView.address"] = ("The address the call came from; null for what no call did.", "192.0.2.1"),
        ["trace_id"] = ("The id of the call in our log; null for what no call did.", "4bf92f3577b34da6a3ce929d0e0e4736"),
        ["action"] = ("What was done: `created`, `changed`, `assigned`, `exported` and the like.", "changed"),
        ["entity"] = ("What kind of record it was done to.", "lead"),
        ["entity_id"] = ("The id of that record; null where there is none.", 42),
        ["before"] = ("What changed, by its name, as it was; null where nothing was there.", new JsonObject { ["status"] = "new" }),
        ["after"] = ("The same as it was then; null where nothing is to say.", new JsonObject { ["status"] = "contacted" }),
        ["?to"] = ("Until when.", "2026-11-30T23:59:59+08:00"),

        // Privacy.
        ["imported_rows"] = ("The rows of imported files that are about the person.", null),
        ["import_id"] = ("The import's id.", 3),
        ["file_name"] = ("What the file was called.", "leads.csv"),
        ["ImportedRow.number"] = ("The row, from 1.", 12),
        ["imported_at"] = ("When the file was taken in.", "2026-11-23T09:45:00.000Z"),
        ["columns"] = ("What the file calls its columns.", Array("Name", "Phone")),
        ["cells"] = ("What stood in them.", Array("Ken Wong", "9123 4567")),
        ["personal_data"] = ("Everything that is held on the person.", null),
        ["identities"] = ("The addresses the person is known by.", null),
        ["IdentityView.kind"] = ("What kind of address it is; a WhatsApp number is a phone.", "phone"),
        ["IdentityView.value"] = ("The address, in its one form.", "+85298765432"),
        ["consent"] = ("What the person said.", null),
        ["consents"] = ("What the person said to being contacted, newest first.", null),
        ["purpose"] = ("What for: `service` is what they asked for, `marketing` what they did not.", "marketing"),
        ["given"] = ("Whether they agreed; false when they withdrew it.", false),
        ["evidence"] = ("By what it can be shown; null when the person was erased.", "STOP"),
        ["ConsentRequest.at"] = ("When it was said; now when it is left out.", "2026-11-23T01:45:58.123Z"),
        ["months"] = ("After how many months.", 24),
        ["erased_at"] = ("When the person was erased.", "2026-11-23T01:45:58.123Z"),

        // Health.
        ["Health.status"] = ("`healthy`, or `unhealthy` when the database does not answer.", "healthy"),
        ["service"] = ("Which service answers.", "property-crm"),
        ["version"] = ("The version of Lintel.", "1.0.0"),
    };

    /// <summary>Explains the properties of an object.</summary>
    public static void Explain(string type, IOpenApiSchema schema)
    {
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            var word = Find($"{type}.{name}") ?? Find(name);
            var said = property is OpenApiSchemaReference reference ? reference.Reference.Description : property.Description;
            property.Description = said is { Length: > 0 } own ? Prose.Plain(own) : word?.Meaning;
            if (property is OpenApiSchema plain && plain.Enum is null)
            {
                plain.Examples ??= Fit(Node(word?.Example) ?? Node(Find(name)?.Example), plain) is { } example ? [example] : null;
            }
        }
    }

    /// <summary>Explains the parameters of a call.</summary>
    public static void Explain(string path, OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var word = parameter.In == ParameterLocation.Path && parameter.Name == "id" ? ($"The {Owner(path)}'s id.", 42) : Find("?" + parameter.Name) ?? Find(parameter.Name!);
            parameter.Description = parameter.Description is { Length: > 0 } own ? Prose.Plain(own) : word?.Meaning;
            if (parameter.Schema is OpenApiSchema schema)
            {
                var example = schema.Examples?.FirstOrDefault() ?? Fit(schema.Default?.DeepClone() ?? Node(word?.Example), schema) ?? FirstOf(schema);
                parameter.Example = parameter.Required ? example : null;
                parameter.Examples = parameter.Required || example is null ? null : SharedHeaders.Optional(example);
                schema.Examples = null;
            }
        }
    }

    private static (string Meaning, object? Example)? Find(string word) => Words.TryGetValue(word, out var found) ? found : null;

    private static string[] Array(params string[] items) => items;

    private static JsonNode? Node(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value);

    /// <summary>An example only where it is of the kind the schema asks for: one value of the word becomes a list where a list is meant.</summary>
    private static JsonNode? Fit(JsonNode? example, OpenApiSchema schema)
    {
        var wanted = schema.Type & ~JsonSchemaType.Null;
        var kind = example?.GetValueKind() switch
        {
            JsonValueKind.String => JsonSchemaType.String,
            JsonValueKind.Number => wanted == JsonSchemaType.Integer ? JsonSchemaType.Integer : JsonSchemaType.Number,
            JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
            JsonValueKind.Array => JsonSchemaType.Array,
            JsonValueKind.Object => JsonSchemaType.Object,
            _ => (JsonSchemaType?)null,
        };
        return kind == wanted ? example
            : kind == JsonSchemaType.String && wanted == JsonSchemaType.Array && schema.Items?.Enum is null ? new JsonArray(example)
            : null;
    }

    private static JsonNode? FirstOf(OpenApiSchema schema) => schema switch
    {
        { Enum: [var first, ..] } => first.DeepClone(),
        { Items.Enum: [var first, ..] } => new JsonArray(first.DeepClone()),
        _ => null,
    };

    /// <summary>Whose id stands in a path: of <c>/leads/{id}/score</c>, the lead.</summary>
    private static string Owner(string path)
    {
        var parts = path.Split('/');
        var owners = parts[System.Array.FindIndex(parts, part => part.StartsWith('{')) - 1].Replace('-', ' ');
        return owners.EndsWith("ies", StringComparison.Ordinal) ? owners[..^3] + "y" : owners.TrimEnd('s');
    }
}
