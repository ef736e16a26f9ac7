namespace Lintel.Understanding;

/// <summary>Whether the writer is in a hurry; "no rush" and 唔急 say that they are not.</summary>
internal static class UrgencyReader
{
    internal static void Read(Message message, Draft draft)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message.Is(i, Concept.Urgent) && !message.Is(i - 1, Concept.Negative) && !IsDeniedLater(message, i))
            {
                draft.Urgent = true;
                draft.Note("urgent", i, i);
                return;
            }
        }
    }

    // 急唔急? and 急就唔急: denied at once.
    private static bool IsDeniedLater(Message message, int i) => message.Is(i + 1, Concept.NotUrgent) || message.Is(i + 2, Concept.NotUrgent);
}
