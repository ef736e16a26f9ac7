namespace Lintel.Model;

/// <summary>Why a lead got another status or another agent, as its history keeps it; where somebody did it, their name follows.</summary>
public static class ChangeReason
{
    public const string Created = "created";

    public const string Inquiry = "inquiry received";

    public const string Erased = "the person was erased";

    public const string AskedAgain = "asked again, and the agent has no room";

    public const string TakenApart = "taken apart again, and the agent has no room";

    public const string ChosenBy = "chosen by ";

    public const string TakenBackBy = "taken back by ";

    public const string ChangedBy = "changed by ";
}
