using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using Lintel.Model;
using Lintel.Tests.Running;
using MiniExcelLibs;

namespace Lintel.Tests.Analytics;

public sealed class ExportTests : OwnServer
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_holds_leads_interactions_and_agents_as_the_other_calls_show_them()
    {
        await Fill();

        var answer = await Http.GetJson("/analytics/export?days=7");

        var data = answer["export_data"];
        Assert.Equal((true, 7, "2026-12-24T03:45:00.000Z"), ((bool)answer["success"], (int)data["period_days"]!, (string)data["export_date"]!));
        Assert.Equal(["period_days", "export_date", "leads", "interactions", "agents"], data.AsObject().Select(pair => pair.Key));
        Arrange.Same((await Http.GetJson("/leads/2"))["lead"].ToJsonString(), data["leads"]![0]);
        Assert.Equal([2, 3], data["leads"]!.AsArray().Select(lead => (long)lead!["id"]!));
        var entry = data["interactions"]!.AsArray().Single()!;
        Assert.Equal((2, "=1+1 請問", "Ann"), ((long)entry["lead_id"]!, (string)entry["message"]!, (string)entry["agent"]!["name"]!));
        Assert.Equal(["Ann"], data["agents"]!.AsArray().Select(agent => (string)agent!["name"]!));
    }

    [Fact]
    public async Task An_empty_agency_exports_empty_lists()
    {
        Arrange.Same(
            """{"success": true, "export_data": {"period_days": 30, "export_date": "2026-11-23T01:45:00.000Z", "leads": [], "interactions": [], "agents": []}}""",
            (await Http.GetJson("/analytics/export")).Body);
    }

    [Fact]
    public async Task Csv_is_a_zip_of_three_files_that_spreadsheets_can_open_safely()
    {
        await Fill();

        using var zip = new ZipArchive(new MemoryStream(await Download("csv", "application/zip", "lintel-2026-12-24-7-days.zip")));

        Assert.Equal(["leads.csv", "interactions.csv", "agents.csv"], zip.Entries.Select(entry => entry.Name));
        var leads = ReadCsv(zip, "leads.csv");
        Assert.Equal(28, leads[0].Count);
        IsTheLead(name => leads[0][name] is { Length: > 0 } text ? text : null);
        Assert.Equal("'=1+1 請問", ReadCsv(zip, "interactions.csv").Single()["message"]);
        Assert.Equal(("Ann", "2", "0"), (ReadCsv(zip, "agents.csv")[0]["name"], ReadCsv(zip, "agents.csv")[0]["total_leads"], ReadCsv(zip, "agents.csv")[0]["conversion_rate"]));
    }

    [Fact]
    public async Task Excel_gets_a_workbook_of_three_sheets()
    {
        await Fill();

        using var file = new MemoryStream(
            await Download("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "lintel-2026-12-24-7-days.xlsx"));

        Assert.Equal(["leads", "interactions", "agents"], file.GetSheetNames());
        var leads = file.Query(useHeaderRow: true, sheetName: "leads").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(2, leads.Count);
        IsTheLead(name => leads[0][name] is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null);
        Assert.Equal(30_000d, leads[0]["budget_max"]);
        Assert.Equal("'=1+1 請問", file.Query(useHeaderRow: true, sheetName: "interactions").Cast<IDictionary<string, object?>>().Single()["message"]);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("json,csv")]
    [InlineData("0")]
    public async Task Another_format_is_refused(string format)
    {
        var answer = await Http.GetJson($"/analytics/export?format={format}&days=0");

        answer.IsProblem(HttpStatusCode.BadRequest, ("days", "must be a whole number from 1 to 3650"), ("format", "must be one of json, csv, xlsx"));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Rows_are_read_while_the_client_reads(string format)
    {
        // Far more than the buffers between server and client hold, even compressed.
        const int count = 6_000;
        var random = new Random(1);
        await Lintel.Write(async db =>
        {
            for (var i = 1; i <= count; i++)
            {
                var noise = new byte[3_000];
                random.NextBytes(noise);
                var lead = new Lead { AgencyId = db.AgencyId, Name = $"Lead {i}", SourcePostId = Convert.ToBase64String(noise), CreatedAt = db.Now };
                lead.Open(LeadStatus.New, "test", "test", db.Now);
                db.Leads.Add(lead);
            }

            return await db.SaveChangesAsync(Cancel);
        });

        using var response = await Http.GetAsync($"/analytics/export?format={format}", HttpCompletionOption.ResponseHeadersRead, Cancel);
        await using var body = await response.Content.ReadAsStreamAsync(Cancel);
        var whole = new MemoryStream();
        var first = new byte[10_000];
        await body.ReadExactlyAsync(first, Cancel);
        whole.Write(first);

        // The answer has begun; what is changed now is seen in its end.
        await Http.PutJson($"/leads/{count}", new { name = "Changed meanwhile" });
        await body.CopyToAsync(whole, Cancel);

        whole.Position = 0;
        Assert.Equal((count, "Changed meanwhile"), Last(whole, format));
    }

    private static (int Count, string? Name) Last(MemoryStream file, string format)
    {
        switch (format)
        {
            case "json":
                var leads = JsonNode.Parse(file)!["export_data"]!["leads"]!.AsArray();
                return (leads.Count, (string?)leads[^1]!["name"]);
            case "csv":
                using (var zip = new ZipArchive(file))
                {
                    var rows = ReadCsv(zip, "leads.csv");
                    return (rows.Count, rows[^1]["name"]);
                }

            default:
                var sheet = file.Query(useHeaderRow: true, sheetName: "leads").Cast<IDictionary<string, object?>>().ToList();
                return (sheet.Count, (string?)sheet[^1]["name"]);
        }
    }

    /// <summary>One lead from before the window and two in it, with what spreadsheets stumble over.</summary>
    private async Task Fill()
    {
        var ann = await Lintel.Agent("Ann");
        await Lintel.Lead(new { name = "Old" });
        Lintel.Clock.Advance(TimeSpan.FromDays(31));
        var lead = await Lintel.Lead(new
        {
            name = "=HYPERLINK(\"http://evil\")",
            phone = "+852 9876 5432",
            instagram_handle = "foo",
            budget_max = 30_000,
            preferred_areas = new[] { "Central", "灣仔" },
            notes = "-1, \"quoted\"\r\nand <b>陳大文</b> & _x0041_ \u0007 😀",
            assigned_agent_id = ann,
            move_in_date = "2027-01-31",
        });
        await Lintel.Lead(new { name = "Plain", status = "lost" });
        Lintel.Clock.Advance(TimeSpan.FromHours(2));
        await Lintel.Message(lead, Direction.Inbound, agentId: ann, text: "=1+1 請問");
    }

    private static void IsTheLead(Func<string, string?> cell)
    {
        Assert.Equal("2", cell("id"));
        Assert.Equal("'=HYPERLINK(\"http://evil\")", cell("name"));
        Assert.Equal("+85298765432", cell("phone"));
        Assert.Equal("'@foo", cell("instagram_handle"));
        Assert.Equal("30000", cell("budget_max"));
        Assert.Null(cell("budget_min"));
        Assert.Equal("Central; 灣仔", cell("preferred_areas"));
        Assert.Equal("'-1, \"quoted\"\r\nand <b>陳大文</b> & _x0041_ \u0007 😀", cell("notes"));
        Assert.Equal("Ann", cell("assigned_agent"));
        Assert.Equal("2027-01-31", cell("move_in_date"));
        Assert.Equal("2026-12-24T01:45:00.000Z", cell("created_at"));
    }

    private async Task<byte[]> Download(string format, string contentType, string fileName)
    {
        using var response = await Http.GetAsync($"/analytics/export?days=7&format={format}", Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((contentType, fileName), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.FileName));
        return await response.Content.ReadAsByteArrayAsync(Cancel);
    }

    private static List<Dictionary<string, string>> ReadCsv(ZipArchive zip, string name)
    {
        using var bytes = new MemoryStream();
        using (var entry = zip.GetEntry(name)!.Open())
        {
            entry.CopyTo(bytes);
        }

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes.ToArray()[..3]);
        bytes.Position = 3;
        using var csv = CsvReader.Create(bytes);
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.Select((header, i) => (header, csv.GetString(i))).ToDictionary(cell => cell.header, cell => cell.Item2));
        }

        return rows;
    }
}
