namespace Lintel.Inbox;

/// <summary>The addresses of the pages about conversations.</summary>
public static class InboxPlaces
{
    public const string Inbox = "/app/inbox";
}
