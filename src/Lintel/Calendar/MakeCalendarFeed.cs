using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Calendar;

/// <summary>The address of a calendar, from the server's root; it is told this once.</summary>
public sealed record FeedAddress(string Path);

/// <summary>Gives an agent's plans an address that a calendar can subscribe to; one that was given before leads nowhere from then on.</summary>
public static class MakeCalendarFeed
{
    public static async Task<Outcome<FeedAddress>> Handle(long agentId, string language, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Agent>(agentId, cancel) is null)
        {
            return Refusal.NotFound("Agent", agentId);
        }

        var token = Secret.Make();
        if (await db.Set<CalendarFeed>().FirstOrDefaultAsync(feed => feed.AgentId == agentId, cancel) is { } feed)
        {
            (feed.TokenHash, feed.Language, feed.CreatedAt) = (Secret.Hash(token), language, db.Now);
        }
        else
        {
            db.Add(new CalendarFeed { AgencyId = db.AgencyId, AgentId = agentId, TokenHash = Secret.Hash(token), Language = language, CreatedAt = db.Now });
        }

        await db.SaveChangesAsync(cancel);
        return new FeedAddress($"/calendar/{token}.ics");
    }
}
