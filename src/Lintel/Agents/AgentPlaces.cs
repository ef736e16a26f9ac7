using System.Globalization;

namespace Lintel.Agents;

/// <summary>The addresses of the pages about agents.</summary>
public static class AgentPlaces
{
    public const string List = "/app/agents";
    public const string Assign = List + "/assign";

    public static string Agent(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");
}
