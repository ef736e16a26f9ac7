using CsCheck;
using Lintel.Model;

namespace Lintel.Tests.Model;

/// <summary>What follows from the contacts is the same, counted one by one as they come or all over again.</summary>
public sealed class RecountTests
{
    private static readonly DateTime Nine = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<Interaction[]> Entries = Gen.Select(Gen.Int[0, 7], Gen.Bool, Gen.Bool).Array[0, 12].Select(drawn => drawn.Select((one, i) => new Interaction
    {
        Id = i + 1,
        Type = (InteractionType)one.Item1,
        Direction = one.Item2 ? Direction.Inbound : Direction.Outbound,
        IsAutomated = one.Item3,
        CreatedAt = Nine.AddMinutes(i),
    }).ToArray());

    [Fact]
    public void Counting_again_changes_nothing() => Entries.Sample(entries =>
    {
        var lead = new Lead { CreatedAt = Nine };
        foreach (var entry in entries)
        {
            lead.Record(entry, "test");
        }

        var before = Figures(lead);
        lead.Recount(entries, Nine.AddHours(1));
        Assert.Equal(before, Figures(lead));
    });

    [Fact]
    public void Unanswered_is_what_was_said_since_the_last_human_answer() => Entries.Sample(entries =>
    {
        var lead = new Lead { CreatedAt = Nine };
        foreach (var entry in entries)
        {
            lead.Record(entry, "test");
        }

        var answered = entries.LastOrDefault(entry => entry is { IsContact: true, Direction: Direction.Outbound, IsAutomated: false })?.Id ?? 0;
        var waiting = entries.FirstOrDefault(entry => entry is { IsContact: true, Direction: Direction.Inbound } && entry.Id > answered);
        Assert.Equal(waiting?.CreatedAt, lead.UnansweredSince);
    });

    private static (int, DateTime?, DateTime?, DateTime?, DateTime?, int?) Figures(Lead lead) =>
        (lead.Contacts, lead.LastContactAt, lead.FirstInboundAt, lead.LastInboundAt, lead.UnansweredSince, lead.ResponseSeconds);
}
