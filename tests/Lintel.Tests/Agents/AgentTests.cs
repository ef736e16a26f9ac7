using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Agents;

public sealed class AgentTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task An_agent_comes_back_as_it_is_kept()
    {
        var now = lintel.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        var created = await lintel.Http.PostJson("/agents", """
            {
              "name": " Amy Wong ", "email": "Amy.Wong@Example.com", "phone": "9123 4567", "whatsapp_number": "+852 6123 4567",
              "specialization_areas": ["Central", "central", " Mid-Levels "], "specialization_types": ["apartment"], "languages": ["English", "Cantonese"],
              "max_leads": 30, "total_leads": 99, "converted_leads": 98, "current_leads": 97, "unheard_of": true
            }
            """);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        var id = (long)created["agent"]["id"]!;
        Assert.Equal($"/agents/{id}", created.Headers.Location!.ToString());
        var expected = JsonNode.Parse($$"""
            {
              "id": {{id}}, "name": "Amy Wong", "email": "amy.wong@example.com", "phone": "+85291234567", "whatsapp_number": "+85261234567",
              "specialization_areas": ["Central", "Mid-Levels"], "specialization_types": ["apartment"], "languages": ["English", "Cantonese"],
              "total_leads": 0, "converted_leads": 0, "conversion_rate": 0.0, "avg_response_time": null, "is_active": true, "max_leads": 30,
              "current_leads": 0, "created_at": "{{now}}", "updated_at": "{{now}}"
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, created["agent"]), created.Text);
        var read = await lintel.Http.GetJson($"/agents/{id}");
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["agent"] = expected, ["success"] = true }, read.Body), read.Text);
    }

    [Fact]
    public async Task Name_and_email_are_enough()
    {
        var created = await lintel.Http.PostJson("/agents", new { name = "Ben", email = "ben@example.com", is_active = (bool?)null, max_leads = (int?)null });

        Assert.Equal((true, 50), ((bool)created["agent"]["is_active"]!, (int)created["agent"]["max_leads"]!));
    }

    [Fact]
    public async Task A_second_agent_with_the_same_email_is_a_conflict_whatever_its_case()
    {
        var first = (long)(await lintel.Http.PostJson("/agents", new { name = "Cat", email = "cat@example.com" }))["agent"]["id"]!;
        var other = await lintel.Agent();

        (await lintel.Http.PostJson("/agents", new { name = "Dan", email = "CAT@example.com" }))
            .IsProblem(HttpStatusCode.Conflict, ("email", $"already belongs to agent {first}"));
        (await lintel.Http.PutJson($"/agents/{other}", new { email = "Cat@Example.com" }))
            .IsProblem(HttpStatusCode.Conflict, ("email", $"already belongs to agent {first}"));
        Assert.Equal(HttpStatusCode.OK, (await lintel.Http.PutJson($"/agents/{first}", new { email = "CAT@example.com" })).Status);
    }

    [Fact]
    public async Task Of_many_at_once_with_one_email_one_is_made()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => lintel.Http.PostJson("/agents", new { name = $"Twin {i}", email = "twin@example.com" })));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(19, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("""{"email": "x@example.com"}""", "name", "is required")]
    [InlineData("""{"email": "x@example.com", "name": " \u0000 "}""", "name", "is required")]
    [InlineData("""{"email": "x@example.com", "name": {"first": "X"}}""", "name", "must be text")]
    [InlineData("""{"email": "x@example.com", "name": "\udc00"}""", "name", "must be valid Unicode text")]
    [InlineData("""{"name": "X"}""", "email", "is required")]
    [InlineData("""{"name": "X", "email": null}""", "email", "is required")]
    [InlineData("""{"name": "X", "email": "nobody"}""", "email", "must be an email address")]
    [InlineData("""{"name": "X", "email": 1e400}""", "email", "must be text")]
    [InlineData("""{"name": "X", "email": "x@example.com", "phone": "12"}""", "phone", "must be a phone number")]
    [InlineData("""{"name": "X", "email": "x@example.com", "whatsapp_number": []}""", "whatsapp_number", "must be text")]
    [InlineData("""{"name": "X", "email": "x@example.com", "specialization_areas": "Central"}""", "specialization_areas", "must be a list of texts")]
    [InlineData("""{"name": "X", "email": "x@example.com", "specialization_types": [null]}""", "specialization_types", "must be a list of texts")]
    [InlineData("""{"name": "X", "email": "x@example.com", "languages": [["en"]]}""", "languages", "must be a list of texts")]
    [InlineData("""{"name": "X", "email": "x@example.com", "is_active": "yes"}""", "is_active", "must be true or false")]
    [InlineData("""{"name": "X", "email": "x@example.com", "max_leads": -1}""", "max_leads", "must be at least 0")]
    [InlineData("""{"name": "X", "email": "x@example.com", "max_leads": 10001}""", "max_leads", "must be at most 10000")]
    [InlineData("""{"name": "X", "email": "x@example.com", "max_leads": 1e300}""", "max_leads", "must be a whole number")]
    [InlineData("""{"name": "X", "email": "x@example.com", "max_leads": 2.5}""", "max_leads", "must be a whole number")]
    public async Task What_cannot_be_accepted_is_named_and_nothing_is_kept(string body, string field, string problem)
    {
        var before = await Count();

        (await lintel.Http.PostJson("/agents", body)).IsProblem(HttpStatusCode.BadRequest, (field, problem));

        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task Texts_and_lists_have_limits()
    {
        var tooMuch = new
        {
            name = new string('n', 101),
            email = new string('e', 250) + "@example.com",
            specialization_areas = Enumerable.Range(0, 51).Select(i => $"Area {i}"),
            languages = new[] { new string('l', 51) },
        };

        (await lintel.Http.PostJson("/agents", tooMuch)).IsProblem(
            HttpStatusCode.BadRequest,
            ("name", "must be at most 100 characters"),
            ("email", "must be an email address"),
            ("specialization_areas", "must have at most 50 items"),
            ("languages", "must have items of at most 50 characters"));
    }

    [Theory]
    [InlineData("""{"name": null}""", "name", "must not be empty")]
    [InlineData("""{"name": "  "}""", "name", "must not be empty")]
    [InlineData("""{"email": ""}""", "email", "must not be empty")]
    [InlineData("""{"is_active": null}""", "is_active", "must not be empty")]
    [InlineData("""{"is_active": 1}""", "is_active", "must be true or false")]
    [InlineData("""{"max_leads": null}""", "max_leads", "must not be empty")]
    [InlineData("""{"max_leads": "many"}""", "max_leads", "must be a whole number")]
    public async Task An_update_that_cannot_be_accepted_changes_nothing(string body, string field, string problem)
    {
        var id = await lintel.Agent();
        var before = await lintel.Http.GetJson($"/agents/{id}");

        (await lintel.Http.PutJson($"/agents/{id}", body)).IsProblem(HttpStatusCode.BadRequest, (field, problem));

        var after = await lintel.Http.GetJson($"/agents/{id}");
        Assert.Equal((before.Text, before.Headers.ETag), (after.Text, after.Headers.ETag));
    }

    [Fact]
    public async Task An_update_changes_what_is_sent_and_null_clears()
    {
        var id = await lintel.Agent("Eve", more: [("phone", "91234567"), ("languages", new[] { "en" }), ("specialization_areas", new[] { "Central" })]);
        lintel.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await lintel.Http.PutJson($"/agents/{id}", new { phone = (string?)null, languages = Array.Empty<string>(), max_leads = 0, is_active = false });

        var agent = answer["agent"];
        Assert.Equal(
            ("Eve", null, 0, 1, 0, false),
            ((string?)agent["name"], (string?)agent["phone"], agent["languages"]!.AsArray().Count, agent["specialization_areas"]!.AsArray().Count,
                (int)agent["max_leads"]!, (bool)agent["is_active"]!));
        Assert.True(DateTime.Parse((string)agent["updated_at"]!) > DateTime.Parse((string)agent["created_at"]!));
        Assert.Equal((await lintel.Http.GetJson($"/agents/{id}")).Headers.ETag, answer.Headers.ETag);
    }

    [Fact]
    public async Task Who_read_an_older_version_is_told()
    {
        var id = await lintel.Agent("Fay");
        var tag = (await lintel.Http.GetJson($"/agents/{id}")).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.OK, (await lintel.Http.PutJson($"/agents/{id}", new { name = "Fay Lam" }, ("If-Match", tag))).Status);

        (await lintel.Http.PutJson($"/agents/{id}", new { name = "Fay Ho" }, ("If-Match", tag))).IsProblem(HttpStatusCode.PreconditionFailed);

        Assert.Equal("Fay Lam", (string?)(await lintel.Http.GetJson($"/agents/{id}"))["agent"]["name"]);
    }

    [Fact]
    public async Task A_new_lead_makes_another_etag_but_no_version_stale()
    {
        var id = await lintel.Agent("Gus");
        var before = (await lintel.Http.GetJson($"/agents/{id}")).Headers.ETag!.ToString();
        await lintel.Lead(("assigned_agent_id", id));

        Assert.NotEqual(before, (await lintel.Http.GetJson($"/agents/{id}")).Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await lintel.Http.PutJson($"/agents/{id}", new { name = "Gus Yu" }, ("If-Match", before))).Status);
    }

    [Fact]
    public async Task The_list_is_of_all_or_of_those_who_are_active_or_not()
    {
        var (active, inactive) = (await lintel.Agent("Hal"), await lintel.Agent("Ida", isActive: false));

        Assert.Equal((true, true), (await Lists("/agents", active), await Lists("/agents", inactive)));
        Assert.Equal((true, false), (await Lists("/agents?is_active=true", active), await Lists("/agents?is_active=true", inactive)));
        Assert.Equal((false, true), (await Lists("/agents?is_active=false", active), await Lists("/agents?is_active=false", inactive)));
        (await lintel.Http.GetJson("/agents?is_active=maybe")).IsProblem(HttpStatusCode.BadRequest, ("is_active", "must be true or false"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/leads")]
    [InlineData("/performance")]
    [InlineData("/workload")]
    public async Task An_agent_who_does_not_exist_is_not_found(string call)
    {
        (await lintel.Http.GetJson($"/agents/999999{call}")).IsProblem(HttpStatusCode.NotFound);
        foreach (var id in (string[])["0", "-1", "abc", "99999999999999999999", "1.5"])
        {
            (await lintel.Http.GetJson($"/agents/{id}{call}")).IsProblem(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task An_agents_leads_are_a_page_of_those_it_has()
    {
        var id = await lintel.Agent("Jo");
        var low = await lintel.Lead(("assigned_agent_id", id), ("priority", "low"));
        var lost = await lintel.Lead(("assigned_agent_id", id), ("status", "lost"));
        var urgent = await lintel.Lead(("assigned_agent_id", id), ("priority", "urgent"));

        var all = await lintel.Http.GetJson($"/agents/{id}/leads");
        var page = await lintel.Http.GetJson($"/agents/{id}/leads?status=new,contacted&page=2&per_page=1");

        Assert.Equal([urgent, lost, low], Ids(all));
        Assert.Equal(id, (long)all["agent"]["id"]!);
        Assert.Equal([low], Ids(page));
        Assert.Equal("""{"page":2,"per_page":1,"total":2,"pages":2,"has_next":false,"has_prev":true}""", page["pagination"].ToJsonString());
        (await lintel.Http.GetJson($"/agents/{id}/leads?status=open&page=0")).IsProblem(
            HttpStatusCode.BadRequest,
            ("page", "must be a whole number of at least 1"),
            ("status", "must be one of new, contacted, qualified, viewing_scheduled, applied, converted, lost"));
    }

    private static IEnumerable<long> Ids(WireAnswer answer) => answer["leads"].AsArray().Select(lead => (long)lead!["id"]!);

    private async Task<bool> Lists(string path, long id) =>
        (await lintel.Http.GetJson(path))["agents"].AsArray().Any(agent => (long)agent!["id"]! == id);

    private async Task<int> Count() => (await lintel.Http.GetJson("/agents"))["agents"].AsArray().Count;
}
