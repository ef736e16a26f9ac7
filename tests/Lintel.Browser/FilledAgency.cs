using Lintel.Tests.Running;

namespace Lintel.Browser;

/// <summary>An agency with enough in it that every page has something to show.</summary>
public sealed class FilledAgency : IAsyncLifetime
{
    public LintelServer Lintel { get; } = new();

    /// <summary>A lead that somebody has talked with.</summary>
    public long Lead { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Lintel.InitializeAsync();
        var amy = await Lintel.Agent("Amy Chan");
        await Lintel.Agent("李嘉欣");
        string[] statuses = ["new", "contacted", "qualified", "viewing_scheduled", "applied", "converted", "lost"];
        for (var i = 0; i < 40; i++)
        {
            await Lintel.Lead(
                ("status", statuses[i % statuses.Length]), ("budget_max", 12_000 + (i * 500)), ("preferred_areas", new[] { "Central" }), ("source", "instagram"),
                ("assigned_agent_id", i % 3 == 0 ? null : amy));
        }

        var answer = await Lintel.Http.PostJson(
            "/leads/whatsapp-inquiry", new { whatsapp_number = "+85298765432", name = "陳大文", message = "想搵太古城兩房，月租兩萬五以內" });
        Lead = (long)answer["lead"]["id"]!;
        await Lintel.Interaction(Lead, ("message", "你好！星期六有兩個單位可以睇。"));
        await Lintel.Interaction(Lead, ("type", "note"), ("message", "Prefers high floors"));
        for (var hours = -30; hours < 60; hours += 6)
        {
            await Lintel.Http.PostJson($"/leads/{Lead}/follow-ups", new { due_at = LintelServer.Start.AddHours(hours), note = "Ask about the lease" });
        }

        await Lintel.Interaction(Lead, ("type", "viewing"), ("message", "Lobby of Block 3"), ("scheduled_at", LintelServer.Start.AddHours(3)));
        Lintel.Clock.Advance(TimeSpan.FromMinutes(20));
        await Lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85298765432", message = "幾時可以睇？" });
    }

    public ValueTask DisposeAsync() => Lintel.DisposeAsync();
}
