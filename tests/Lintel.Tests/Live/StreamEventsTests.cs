using Lintel.Tests.Running;

namespace Lintel.Tests.Live;

public sealed class StreamEventsTests : OwnServer
{
    [Fact]
    public async Task Whoever_listens_hears_what_happens_in_the_order_in_which_it_happens()
    {
        var agent = await Lintel.Agent();
        await using var stream = await EventStream.Open(Http);
        var lead = await Lintel.Lead();
        await Lintel.Status(lead, "qualified");
        await Lintel.Interaction(lead, ("type", "note"));

        var (id, created) = (await stream.Next())!.Value;
        Assert.Equal("text/event-stream", stream.ContentType);
        Arrange.Same(
            $$"""{"id":{{id}},"type":"lead.created","lead_id":{{lead}},"agent_id":{{agent}},"data":{},"at":"2026-11-23T01:45:00.000Z"}""", created);
        Assert.Equal(["lead.assigned"], await stream.Types(1));
        Arrange.Same("""{"from":"new","to":"qualified"}""", (await stream.Next())!.Value.Data["data"]);
        Assert.Equal(["interaction.created"], await stream.Types(1));
    }

    [Fact]
    public async Task A_stream_that_broke_off_goes_on_where_it_was()
    {
        string? last;
        await using (var before = await EventStream.Open(Http))
        {
            await Lintel.Lead();
            last = (await before.Next())!.Value.Id;
        }

        await using var stream = await EventStream.Open(Http);
        var second = await Lintel.Lead();
        await stream.Next();

        await using var again = await EventStream.Open(Http, last);
        var (_, heard) = (await again.Next())!.Value;
        Assert.Equal(("lead.created", second), ((string)heard["type"]!, (long)heard["lead_id"]!));
    }

    [Theory]
    [InlineData("4000000000")]
    [InlineData("nothing of ours")]
    public async Task Who_was_away_too_long_is_told_that_something_was_missed(string last)
    {
        await using var stream = await EventStream.Open(Http, last);

        Arrange.Same("""{"type":"missed"}""", (await stream.Next())!.Value.Data);
    }

    [Fact]
    public async Task A_beat_keeps_the_connection_and_after_ten_minutes_one_connects_again()
    {
        await using var stream = await EventStream.Open(Http);

        for (var item = stream.Item(); ; item = stream.Item())
        {
            while (!item.IsCompleted)
            {
                Lintel.Clock.Advance(TimeSpan.FromSeconds(15));
                await Task.Yield();
            }

            if (await item is not { } beat)
            {
                break;
            }

            Assert.Equal("beat", beat.EventType);
        }

        Assert.True(Lintel.Clock.GetUtcNow() >= LintelServer.Start.AddMinutes(10));
    }

    [Fact]
    public async Task Streams_end_when_the_server_stops()
    {
        await using var stream = await EventStream.Open(Http);
        var end = stream.Next();
        await Lintel.Restart();

        Assert.Null(await end);
    }
}
