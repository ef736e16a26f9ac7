using System.Globalization;

namespace Lintel.Calendar;

/// <summary>Names something planned, in a form and on the page: <c>follow-up-12</c>, <c>appointment-7</c>.</summary>
public readonly record struct PlanId(bool IsAppointment, long Id)
{
    private const string FollowUp = "follow-up-";
    private const string Appointment = "appointment-";

    public static bool TryParse(string? text, out PlanId plan)
    {
        var isAppointment = text?.StartsWith(Appointment, StringComparison.Ordinal) == true;
        var prefix = isAppointment ? Appointment : FollowUp;
        var isOne = text?.StartsWith(prefix, StringComparison.Ordinal) == true
            & long.TryParse(text?[Math.Min(text.Length, prefix.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        plan = new(isAppointment, id);
        return isOne;
    }

    public override string ToString() => (IsAppointment ? Appointment : FollowUp) + Id.ToString(CultureInfo.InvariantCulture);
}
