using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Instances;

[OnlyPostgres]
public sealed class TwoInstancesTests(TwoInstances instances) : IClassFixture<TwoInstances>
{
    private const int Callers = 20;

    private HttpClient Http => instances.Http;

    private TestDatabase Database => instances.Database;

    [Fact]
    public async Task The_same_idempotency_key_acts_once_whichever_instance_gets_it()
    {
        var key = ("Idempotency-Key", "one and the same");
        var answers = await Race(_ => Http.PostJson("/leads", new { name = "Keyed" }, key));

        Assert.Equal(1, await Database.Count("SELECT count(*) FROM leads WHERE name = 'Keyed'"));
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, answer.Text));
        Assert.Single(answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => answer.Text).Distinct());
        Assert.Equal(answers.First(answer => answer.Status == HttpStatusCode.Created).Text, (await Http.PostJson("/leads", new { name = "Keyed" }, key)).Text);
    }

    [Fact]
    public async Task One_person_who_writes_to_both_is_one_lead()
    {
        var answers = await Race(i => Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85291234567", message = $"Message {i}" }));

        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, answer.Text));
        Assert.Single(answers.Select(answer => (long)answer["lead"]["id"]!).Distinct());
        Assert.Single(answers, answer => (bool)answer["is_new_lead"]!);
        Assert.Equal(Callers, await Database.Count("SELECT count(*) FROM interactions WHERE message LIKE 'Message %'"));
    }

    [Fact]
    public async Task An_agent_s_capacity_is_never_passed()
    {
        var agent = (long)(await Http.PostJson("/agents", new { name = "Few", email = "few@example.com", max_leads = 5 }))["agent"]["id"]!;
        await Race(i => Http.PostJson("/leads", new { name = $"Wants {i}" }));

        Assert.Equal(5, await Database.Count($"SELECT count(*) FROM leads WHERE assigned_agent_id = {agent}"));
        Assert.Equal(5, await Database.Count($"SELECT open_leads FROM agents WHERE id = {agent}"));
    }

    [Fact]
    public async Task Who_stops_working_while_a_lead_is_on_its_way_to_them_does_not_get_it()
    {
        var agent = (long)(await Http.PostJson("/agents", new { name = "Leaves", email = "leaves@example.com", max_leads = 1000, specialization_areas = new[] { "Stanley" } }))["agent"]["id"]!;
        var other = (long)(await Http.PostJson("/agents", new { name = "Stays", email = "stays@example.com", max_leads = 1000 }))["agent"]["id"]!;

        // Held until the inquiry that was to be theirs waits for it.
        var leaving = Database.Execute($"""
            DO $$ BEGIN
                PERFORM 1 FROM agents WHERE id = {agent} FOR UPDATE;
                WHILE NOT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))) LOOP
                    PERFORM pg_sleep(0.01);
                END LOOP;
                UPDATE agents SET is_active = false WHERE id = {agent};
            END $$
            """);
        while (await Database.Count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'") == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        var answer = await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85291230001", message = "Looking for a flat in Stanley" });
        await leaving;

        Assert.Equal(other, (long?)answer["lead"]["assigned_agent_id"]);
        Assert.Equal(1, await Database.Count("SELECT count(*) FROM leads WHERE whatsapp_number = '+85291230001'"));
        Assert.Equal(0, await Database.Count($"SELECT open_leads FROM agents WHERE id = {agent}"));
    }

    [Fact]
    public async Task Of_those_who_change_the_same_version_one_does()
    {
        var lead = (long)(await Http.PostJson("/leads", new { name = "Changed" }))["lead"]["id"]!;
        var version = (await Http.GetJson($"/leads/{lead}")).Headers.ETag!.ToString();
        var answers = await Race(i => Http.PutJson($"/leads/{lead}", new { notes = $"By {i}" }, ("If-Match", version)));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(Callers - 1, answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task What_happens_on_either_is_heard_on_both()
    {
        await using var one = await EventStream.Open(instances.One.Http);
        await using var other = await EventStream.Open(instances.Other.Http);
        var made = (await Race(i => Http.PostJson("/leads", new { name = $"Heard {i}" }))).Select(answer => (long)answer["lead"]["id"]!).Order().ToList();

        Assert.Equal(made, await Heard(one, made));
        Assert.Equal(made, await Heard(other, made));
    }

    [Fact]
    public async Task A_job_is_done_once_by_one_of_them()
    {
        while (await Database.Count("SELECT count(*) FROM follow_ups WHERE NOT is_announced AND due_at = 1000") > 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        // Each says that it is there once its scheduler has started, which is after it answers.
        while (await Database.Count("SELECT count(*) FROM qrtz_scheduler_state") < 2)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.Equal(TwoInstances.FollowUps, await Database.Count("SELECT count(*) FROM outbox WHERE type = 'follow_up.due' AND created_at = 1000"));
        Assert.Equal(2, await Database.Count("SELECT count(*) FROM qrtz_scheduler_state"));
        Assert.Equal(
            await Database.Count("SELECT count(DISTINCT trigger_name) FROM qrtz_triggers"), await Database.Count("SELECT count(*) FROM qrtz_triggers"));
    }

    [Fact]
    public async Task A_form_that_one_instance_gave_out_is_taken_by_the_other()
    {
        using var page = await instances.One.Http.GetAsync("/app/leads", TestContext.Current.CancellationToken);
        var token = System.Text.RegularExpressions.Regex.Match(
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(instances.Other.Address, "/app/preferences"))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("theme", "dark"), new("return", "/app/leads")]),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.NotEmpty(token);
        Assert.True((int)answer.StatusCode is >= 300 and < 400, $"{answer.StatusCode}");
    }

    private static async Task<List<WireAnswer>> Race(Func<int, Task<WireAnswer>> call) => [.. await Task.WhenAll(Enumerable.Range(0, Callers).Select(call))];

    /// <summary>The leads that were made, as they are heard, each once.</summary>
    private static async Task<IEnumerable<long>> Heard(EventStream stream, List<long> made)
    {
        var heard = new List<long>();
        while (heard.Count < made.Count && await stream.Next() is var (_, happened))
        {
            if ((string)happened["type"]! == "lead.created" && made.Contains((long)happened["lead_id"]!))
            {
                heard.Add((long)happened["lead_id"]!);
            }
        }

        return heard.Order();
    }
}
