using System.Collections.Concurrent;
using System.Net;
using Lintel.Jobs;
using Lintel.Outbox;
using Lintel.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Lintel.Tests.Outbox;

public sealed class DeliverEventsTests : IAsyncLifetime
{
    private readonly Ear _ear = new();
    private readonly LintelServer _lintel;

    public DeliverEventsTests() => _lintel = new() { Register = services => services.AddSingleton<IListener>(_ear) };

    public ValueTask InitializeAsync() => _lintel.InitializeAsync();

    public ValueTask DisposeAsync() => _lintel.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task What_fails_is_tried_again_with_the_same_id_and_parked_after_the_last_try_until_an_owner_retries_it()
    {
        _ear.IsDeaf = true;
        var lead = await _lintel.Lead();

        var parked = await Parked();
        Arrange.Same(
            $$"""
            {"event": {"id": {{_ear.Asked[0]}}, "type": "lead.created", "lead_id": {{lead}}, "agent_id": null, "data": {}, "at": "2026-11-23T01:45:00.000Z"},
            "attempts": 12, "next_try_at": null, "parked_at": "{{parked["parked_at"]}}", "last_error": "InvalidOperationException: deaf"}
            """,
            parked);
        Assert.Equal(Enumerable.Repeat(_ear.Asked[0], 12), _ear.Asked);

        _ear.IsDeaf = false;
        Assert.Equal(HttpStatusCode.OK, (await _lintel.Http.PostJson($"/outbox/{_ear.Asked[0]}/retry")).Status);
        while (_ear.Heard.IsEmpty)
        {
            await Task.Yield();
        }

        while ((int)(await _lintel.Http.GetJson("/outbox"))["pagination"]["total"]! > 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.Equal([_ear.Asked[0]], _ear.Heard);
        (await _lintel.Http.PostJson($"/outbox/{_ear.Asked[0]}/retry")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact(Timeout = 60_000)]
    public async Task Delivered_events_are_forgotten_after_an_hour()
    {
        await _lintel.Lead();
        while (await Count("delivered_at IS NOT NULL") == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        _lintel.Clock.Advance(TimeSpan.FromMinutes(59));
        await _lintel.Service<ForgetDelivered>().Run(TestContext.Current.CancellationToken);
        Assert.Equal(1, await Count("true"));

        _lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        await _lintel.Service<ForgetDelivered>().Run(TestContext.Current.CancellationToken);
        Assert.Equal(0, await Count("true"));
    }

    private Task<long> Count(string where) => _lintel.Database.Count($"SELECT count(*) FROM outbox WHERE {where}");

    private async Task<System.Text.Json.Nodes.JsonNode> Parked()
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var answer = await _lintel.Http.GetJson("/outbox?parked=true");
            if (answer["entries"].AsArray() is [{ } entry])
            {
                return entry;
            }

            _lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private sealed class Ear : IListener
    {
        public volatile bool IsDeaf;

        public List<long> Asked { get; } = [];

        public ConcurrentQueue<long> Heard { get; } = [];

        public Task Hear(long agencyId, IReadOnlyList<EventView> events, CancellationToken cancel)
        {
            if (IsDeaf)
            {
                Asked.AddRange(events.Select(happened => happened.Id));
                throw new InvalidOperationException("deaf");
            }

            foreach (var happened in events)
            {
                Heard.Enqueue(happened.Id);
            }

            return Task.CompletedTask;
        }
    }
}
