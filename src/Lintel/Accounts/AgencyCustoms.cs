using Lintel.Http;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>In which languages an agency works, and when, as far as a request says so.</summary>
internal static class AgencyCustoms
{
    private static readonly string Known = string.Join(", ", Agency.Spoken);

    /// <returns>Both in the form they are kept in.</returns>
    public static (Field<List<string>> Languages, Field<List<string>> WorkingHours) Read(AgencyRequest request, Check check)
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

        return (languages, hours.To<List<string>>([.. (week ?? []).Select(time => time.ToString())]));
    }
}
