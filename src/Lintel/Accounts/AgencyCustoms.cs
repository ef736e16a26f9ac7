using Lintel.Http;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>In which languages an agency works, when, and what its agents see, as far as a request says so.</summary>
internal sealed record AgencyCustoms(Field<List<string>> Languages, Field<List<string>> WorkingHours, Field<bool?> AgentsSeeUnassigned)
{
    private static readonly string Known = string.Join(", ", Agency.Spoken);

    /// <summary>Reads a request; what is wrong with it is left in <paramref name="check"/>.</summary>
    public static AgencyCustoms Read(AgencyRequest request, Check check)
    {
        var languages = check.Texts("languages", request.Languages);
        if (languages.IsSent && languages.Value is null or [])
        {
            check.Error("languages", $"must name at least one of {Known}");
        }
        else if (languages.Value?.Except(Agency.Spoken, StringComparer.Ordinal).Any() == true)
        {
            check.Error("languages", $"must be of {Known}");
        }

        var hours = check.Texts("working_hours", request.WorkingHours);
        var week = WorkingTime.Week(hours.Value ?? []);
        if (week is null)
        {
            check.Error("working_hours", "must be such as Mo-Fr 09:30-18:30, from earlier to later, and not overlap");
        }

        var seen = check.Plain("agents_see_unassigned", request.AgentsSeeUnassigned);
        check.NotNull("agents_see_unassigned", seen);
        return new(languages, hours.To<List<string>>([.. (week ?? []).Select(time => time.ToString())]), seen);
    }

    /// <summary>Puts what was sent on the agency.</summary>
    public void ApplyTo(Agency agency)
    {
        Languages.IfSent(spoken => agency.Languages = spoken!);
        WorkingHours.IfSent(week => agency.WorkingHours = week!);
        AgentsSeeUnassigned.IfSent(allowed => agency.AgentsSeeUnassigned = allowed!.Value);
    }
}
