using System.Net;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Tests.Running;

namespace Lintel.Tests.Leads;

public sealed class ListLeadsTests(ListLeadsTests.Agency agency) : IClassFixture<ListLeadsTests.Agency>
{
    [Theory]
    [InlineData("", "urgent-old,high,wechat,chinese,rich")]
    [InlineData("sort=created_at", "urgent-old,rich,chinese,high,wechat")]
    [InlineData("sort=-created_at", "wechat,high,chinese,rich,urgent-old")]
    [InlineData("sort=-score,created_at", "rich,chinese,urgent-old,high,wechat")]
    [InlineData("sort=name", "wechat,high,rich,urgent-old,chinese")]
    [InlineData("status=new", "urgent-old,wechat,chinese")]
    [InlineData("status=qualified,lost", "high,rich")]
    [InlineData("priority=urgent", "urgent-old")]
    [InlineData("source=website", "high,rich")]
    [InlineData("source=website&status=lost", "rich")]
    [InlineData("unassigned=true", "urgent-old,high,wechat,chinese,rich")]
    [InlineData("unassigned=false", "")]
    [InlineData("agent_id=1", "")]
    [InlineData("area=Central", "rich")]
    [InlineData("area=central", "rich")]
    [InlineData("property_type=office", "rich")]
    [InlineData("tag=vip", "high")]
    [InlineData("tag=VIP", "high")]
    [InlineData("min_score=20", "rich")]
    [InlineData("max_score=5", "urgent-old,high,wechat")]
    [InlineData("created_from=2026-11-23T09:47:00", "high,wechat,chinese")]
    [InlineData("created_to=2026-11-23T09:46:00%2B08:00", "urgent-old,rich")]
    [InlineData("created_from=2026-11-24", "")]
    [InlineData("reached=qualified", "high")]
    [InlineData("answered=true", "")]
    [InlineData("answered=false&source=website", "high,rich")]
    [InlineData("min_response=0", "")]
    [InlineData("max_response=60", "")]
    [InlineData("property_id=1", "")]
    [InlineData("converted_from=2026-01-01&converted_to=2026-12-31", "")]
    [InlineData("q=RICH", "rich")]
    [InlineData("q=太古城", "chinese")]
    [InlineData("q=太古", "chinese")]
    [InlineData("q=城", "chinese")]
    [InlineData("q=wu", "high")]
    [InlineData("q=9123 4567", "wechat")]
    [InlineData("q=%2B85291234567", "wechat")]
    [InlineData("q=nobody says this", "")]
    [InlineData("q=%22%27%25_*", "")]
    [InlineData("q=100%25", "rich")]
    [InlineData("page=2&per_page=2", "wechat,chinese")]
    [InlineData("page=3&per_page=2", "rich")]
    [InlineData("page=4&per_page=2", "")]
    [InlineData("page=99999999999999999999999&per_page=999", "")]
    public async Task A_list_shows_what_was_asked_for(string query, string names)
    {
        var answer = await agency.Server.Http.GetJson($"/leads?{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(names, string.Join(',', answer["leads"].AsArray().Select(lead => agency.Names[(long)lead!["id"]!])));
    }

    [Theory]
    [InlineData("page=0", "page", "must be a whole number of at least 1")]
    [InlineData("page=-1", "page", "must be a whole number of at least 1")]
    [InlineData("page=one", "page", "must be a whole number of at least 1")]
    [InlineData("per_page=0", "per_page", "must be a whole number of at least 1")]
    [InlineData("reached=lost", "reached", "must be one status short of lost")]
    [InlineData("status=open", "status", "must be one of new, contacted, qualified, viewing_scheduled, applied, converted, lost")]
    [InlineData("priority=5", "priority", "must be one of low, medium, high, urgent")]
    [InlineData("agent_id=me", "agent_id", "must be a whole number from 1 to 2147483647")]
    [InlineData("min_score=101", "min_score", "must be a whole number from 0 to 100")]
    [InlineData("unassigned=maybe", "unassigned", "must be true or false")]
    [InlineData("created_from=yesterday", "created_from", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("sort=shoe_size", "sort", "must be a list of created_at, updated_at, score, priority, status, name, last_contact_at, next_follow_up_at, budget_max, id, each with - before it for descending")]
    public async Task A_wrong_question_is_named(string query, string field, string problem) =>
        (await agency.Server.Http.GetJson($"/leads?{query}")).IsProblem(HttpStatusCode.BadRequest, (field, problem));

    [Fact]
    public async Task A_page_says_where_it_stands()
    {
        var answer = await agency.Server.Http.GetJson("/leads?page=2&per_page=2");

        Assert.Equal("""{"page":2,"per_page":2,"total":5,"pages":3,"has_next":true,"has_prev":true}""", answer["pagination"].ToJsonString());
        var all = await agency.Server.Http.GetJson("/leads?per_page=101");
        Assert.Equal("""{"page":1,"per_page":100,"total":5,"pages":1,"has_next":false,"has_prev":false}""", all["pagination"].ToJsonString());
    }

    [Fact]
    public async Task However_many_there_are_every_order_has_its_way_to_a_page()
    {
        const long many = 1_000_000;
        using var sql = agency.Server.Store.Read(Lintel.Model.Agency.DefaultId);
        foreach (var column in LeadOrder.Columns)
        {
            var check = new Check(new Lintel.Model.Agency { Name = "", TimeZone = "UTC", Currency = "", Region = "" });
            var page = new LeadSql(new LeadFilter(), LeadOrder.Read($"-{column}", check));
            var text = page.Page(null, many, new Paging(1, 20));

            Assert.Equal(5, (await sql.List(text, LeadView.ReadAlone, TestContext.Current.CancellationToken, page.Args)).Count);
        }
    }

    [Fact]
    public async Task What_was_just_written_is_in_the_next_list()
    {
        await using var server = new LintelServer();
        await server.InitializeAsync();
        for (var expected = 1; expected <= 3; expected++)
        {
            await server.Http.PostJson("/leads", new { name = "Again" });
            var list = await server.Http.GetJson("/leads?q=again");
            Assert.Equal((expected, expected), ((int)list["pagination"]["total"]!, list["leads"].AsArray().Count));
        }
    }

    /// <summary>Five leads, a minute apart.</summary>
    public sealed class Agency : IAsyncLifetime
    {
        public LintelServer Server { get; } = new();

        public Dictionary<long, string> Names { get; } = [];

        public async ValueTask InitializeAsync()
        {
            await Server.InitializeAsync();
            await Add("urgent-old", new { name = "Zoe Yuen", priority = "urgent" });
            await Add("rich", new
            {
                name = "Rich Man",
                priority = "low",
                status = "lost",
                source = "website",
                preferred_areas = new[] { "Central" },
                property_type = "office",
                budget_max = 100,
                notes = "100% sure",
            });
            await Add("chinese", new { name = "陳大文", priority = "low", preferred_areas = new[] { "Tai Koo Shing" }, original_message = "想搵太古城" });
            await Add("high", new { name = "Dora Wu", priority = "high", status = "qualified", source = "website", tags = new[] { "vip" } });
            await Add("wechat", new { whatsapp_number = "+85291234567" });
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        private async Task Add(string name, object lead)
        {
            var answer = await Server.Http.PostJson("/leads", lead);
            Names.Add((long)answer["lead"]["id"]!, name);
            Server.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
