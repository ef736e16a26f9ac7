using Lintel.Assignment;
using Lintel.Data;
using Lintel.Model;
using Lintel.Web;

namespace Lintel.Inbox;

/// <summary>How many conversations are unread, beside the inbox's name in the frame. More than a hundred are a hundred.</summary>
public sealed class CountUnread : IPlaceCount
{
    private const int Most = 100;

    public string Place => "inbox";

    public ValueTask<long> Count(Actor actor, SqlReader sql, CancellationToken cancel) =>
        ListConversations.CountUnread(actor, Desk.Of(actor, null), Most, sql, cancel);
}
