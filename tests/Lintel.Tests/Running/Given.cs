using System.Net;

namespace Lintel.Tests.Running;

/// <summary>What a test starts from, made through the API.</summary>
public static class Given
{
    private static int _people;

    /// <summary>An agent with an email of its own; <paramref name="more"/> holds further keys.</summary>
    public static async Task<long> Agent(
        this LintelServer lintel, string name = "Amy", int maxLeads = 10_000, bool isActive = true, params (string Key, object? Value)[] more)
    {
        var body = new Dictionary<string, object?>
        {
            ["name"] = name,
            ["email"] = $"agent{Interlocked.Increment(ref _people)}@example.com",
            ["max_leads"] = maxLeads,
            ["is_active"] = isActive,
        };
        return await lintel.Made("/agents", "agent", body, more);
    }

    /// <summary>A lead with a name; without an agent among <paramref name="more"/>, the best available one gets it.</summary>
    public static Task<long> Lead(this LintelServer lintel, params (string Key, object? Value)[] more) =>
        lintel.Made("/leads", "lead", new() { ["name"] = $"Person {Interlocked.Increment(ref _people)}" }, more);

    /// <summary>A lead that nobody has, whatever agents there are.</summary>
    public static async Task<long> LeadOfNobody(this LintelServer lintel, params (string Key, object? Value)[] more)
    {
        var id = await lintel.Lead(more);
        var answer = await lintel.Http.PutJson($"/leads/{id}", new { assigned_agent_id = (long?)null });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return id;
    }

    /// <summary>An entry in a lead's timeline.</summary>
    public static Task<long> Interaction(this LintelServer lintel, long lead, params (string Key, object? Value)[] more) =>
        lintel.Made($"/leads/{lead}/interactions", "interaction", new() { ["message"] = "Hello" }, more);

    private static async Task<long> Made(this LintelServer lintel, string path, string what, Dictionary<string, object?> body, (string Key, object? Value)[] more)
    {
        foreach (var (key, value) in more)
        {
            body[key] = value;
        }

        var answer = await lintel.Http.PostJson(path, body);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return (long)answer[what]["id"]!;
    }
}
