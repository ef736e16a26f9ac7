using Lintel.Tests.Running;

namespace Lintel.Browser;

/// <summary>An agency with enough in it that every page has something to show.</summary>
public sealed class FilledAgency : IAsyncLifetime
{
    public LintelServer Lintel { get; } = new();

    /// <summary>An agent with leads.</summary>
    public long Agent { get; private set; }

    /// <summary>A lead that somebody has talked with.</summary>
    public long Lead { get; private set; }

    /// <summary>A listing with a picture, that some of the leads ask about.</summary>
    public long Property { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Lintel.InitializeAsync();
        var amy = Agent = await Lintel.Agent("Amy Chan", more: ("specialization_areas", new[] { "Central", "Tai Koo" }));
        await Lintel.Agent("李嘉欣");
        var harbour = await Lintel.Http.PostJson("/properties", new
        {
            title = "太古城 Harbour View Gardens, 2-bedroom, sea view",
            price = 25_000,
            area = "Tai Koo",
            property_type = "apartment",
            bedrooms = 2,
            saleable_area = "582 sqft",
            source = "28hse",
            source_id = "991203",
            images = new[] { new Uri(Lintel.Http.BaseAddress!, "/assets/favicon.svg").ToString() },
        });
        Property = (long)harbour["property"]["id"]!;
        await Lintel.Http.PostJson("/properties", new { title = "A shop on the corner", is_active = false });
        string[] statuses = ["new", "contacted", "qualified", "viewing_scheduled", "applied", "converted", "lost"];
        for (var i = 0; i < 40; i++)
        {
            await Lintel.Lead(
                ("status", statuses[i % statuses.Length]), ("budget_max", 12_000 + (i * 500)), ("preferred_areas", new[] { "Central" }), ("source", "instagram"), ("interested_properties", i % 4 == 0 ? new[] { "991203" } : []),
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
