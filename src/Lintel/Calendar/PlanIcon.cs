namespace Lintel.Calendar;

/// <summary>The picture of what is planned.</summary>
public static class PlanIcon
{
    public static string Of(string kind) => kind switch
    {
        AgendaItem.FollowUp => "calendar-check",
        "call" => "phone-call",
        "meeting" => "users",
        "viewing" => "footprints",
        "email" => "mail",
        _ => "message-square",
    };
}
