using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lintel.Imports;
using Lintel.Model;
using Lintel.Spreadsheets;
using Lintel.Tests.Running;

namespace Lintel.Tests.Imports;

/// <summary>A file on its way into the agency, as a browser sends it.</summary>
public sealed partial class ImportTests : OwnServer
{
    private const string Leads = """
        Client,電話,Budget,Area,Status,Colour
        陳大文,9876 5432,"HK$25,000",太古城; Quarry Bay,Viewing Scheduled,blue
        Ann,not a phone,lots,Central,new,red
        ,,,,,green
        Bob,+852 9876 5432,,,,
        '=cmd,91234567,,,,
        """;

    // The page that the last form led to.
    private string _answer = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_become_leads_and_what_is_wrong_with_the_others_is_told()
    {
        var page = await Upload("leads", "leads.csv", Encoding.UTF8.GetBytes(Leads));

        var preview = await Http.GetStringAsync(page, Cancel);
        Assert.Equal(["name", "phone", "budget_max", "preferred_areas", "status", ""], preview.Split("name=\"field\"").Skip(1).Select(select => Chosen().Match(select.Split("</select>")[0]).Groups["field"].Value));
        Assert.Contains("2 of the 5 rows that were looked at would be refused", preview, StringComparison.Ordinal);
        Assert.Contains("Phone: This is not a phone number. Budget to: A whole number, please.", Text(preview), StringComparison.Ordinal);

        await Run(page, "name", "phone", "budget_max", "preferred_areas", "status", "");

        var leads = (await Http.GetJson("/leads?sort=id"))["leads"].AsArray();
        Assert.Equal(["陳大文", "=cmd"], leads.Select(lead => (string)lead!["name"]!));
        Assert.Equal(("+85298765432", 25_000, "viewing_scheduled"), ((string)leads[0]!["phone"]!, (int)leads[0]!["budget_max"]!, (string)leads[0]!["status"]!));
        Assert.Equal(["太古城", "Quarry Bay"], leads[0]!["preferred_areas"]!.AsArray().Select(area => (string)area!));

        var result = Text(await Http.GetStringAsync(page, Cancel));
        Assert.Contains("A name or a way to reach them, please.", result, StringComparison.Ordinal);
        Assert.Contains($"Phone: Lead {leads[0]!["id"]} has this already.", result, StringComparison.Ordinal);
        Assert.Equal([("Ann", "not a phone"), ("", ""), ("Bob", "'+852 9876 5432")], await RefusedFile(page));
    }

    [Fact]
    public async Task A_status_that_is_none_is_refused_with_those_that_there_are_and_what_they_are_called()
    {
        Http.DefaultRequestHeaders.Add("Accept-Language", "zh-HK");
        var page = await Upload("leads", "leads.csv", "name,status,priority\nAnn,open,top"u8.ToArray());

        Assert.Contains(
            "狀態：只可為 new（新查詢）、contacted（已聯絡）、qualified（已核實）、viewing_scheduled（已約睇樓）、applied（已申請）、converted（已成交）或 lost（已流失）。 優先次序：只可為 low（低）、medium（中）、high（高）或 urgent（緊急）。",
            Text(await Http.GetStringAsync(page, Cancel)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_is_taken_back_leaves_nothing_behind()
    {
        await Lintel.Agent();
        await Lintel.Lead(("preferred_areas", new[] { "Central" }));
        var before = await Derived();
        var page = await Upload("leads", "leads.csv", Encoding.UTF8.GetBytes(Leads));
        await Run(page, "name", "phone", "budget_max", "preferred_areas", "status", "tags");
        Assert.NotEqual(before, await Derived());

        await Post(page + "/undo", page);

        Assert.Equal(before, await Derived());
        Assert.Empty((await Http.GetJson("/leads?q=陳大文"))["leads"].AsArray());
        Assert.Contains("Taken back", await Http.GetStringAsync(page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_worked_with_stays()
    {
        var page = await Upload("leads", "leads.csv", "name\nAnn\nBob"u8.ToArray());
        await Run(page, "name");
        var ann = (long)(await Http.GetJson("/leads?q=Ann"))["leads"][0]!["id"]!;
        await Lintel.Interaction(ann);

        await Post(page + "/undo", page);

        Assert.Equal(["Ann"], (await Http.GetJson("/leads"))["leads"].AsArray().Select(lead => (string)lead!["name"]!));
    }

    [Fact]
    public async Task Listings_that_are_known_are_brought_up_to_date()
    {
        await Lintel.Property("Old title", "991203");
        var page = await Upload("listings", "listings.csv", "Title;Portal;Ref;Rent;Photos\nNew title;28Hse;991203;30000;https://a.example/1,2.jpg\nAnother;28Hse;7;1.5 m;\n"u8.ToArray());
        await Run(page, "title", "source", "source_id", "price", "images");

        var known = (await Http.GetJson("/properties?sort=id"))["properties"].AsArray().Single()!;
        Assert.Equal(("New title", 30_000, "https://a.example/1,2.jpg"), ((string)known["title"]!, (int)known["price"]!, (string)known["images"]![0]!));
        Assert.Equal("1", (await Lintel.Database.Rows("SELECT changed FROM imports"))[0][0]!.ToString());
    }

    [Fact]
    public async Task An_import_goes_on_after_a_restart_and_tries_no_row_twice()
    {
        await Lintel.Write(async db =>
        {
            var import = new Import { AgencyId = db.AgencyId, FileName = "x", By = "Amy", Rows = 3, State = ImportState.Running, Columns = ["name"], Fields = ["name"] };
            db.Imports.Add(import);
            await db.SaveChangesAsync(Cancel);
            db.ImportRows.AddRange(Enumerable.Range(1, 3).Select(i => new ImportRow { AgencyId = db.AgencyId, ImportId = import.Id, Number = i, Cells = [$"Person {i}"] }));
            await db.SaveChangesAsync(Cancel);
            return true;
        });
        await Lintel.Restart();
        await Task.WhenAll(Lintel.Service<RunImports>().Run(Cancel), Lintel.Service<RunImports>().Run(Cancel));

        Assert.Equal(3, (int)(await Http.GetJson("/leads"))["pagination"]!["total"]!);
        Assert.Equal("Amy", (string)(await Http.GetJson("/leads/1/history"))["status_changes"][0]!["by"]!);
    }

    [Theory]
    [InlineData("", "Choose a file first.")]
    [InlineData("name", "There are no rows in this file.")]
    [InlineData("PK\u0003\u0004 no workbook", "This is neither a CSV file nor an Excel workbook (.xlsx).")]
    public async Task A_file_that_is_none_is_refused_in_words(string content, string says)
    {
        var page = await Upload("leads", "x.csv", Encoding.UTF8.GetBytes(content));

        Assert.Equal("/app/import", page);
        Assert.Contains(says, Text(_answer), StringComparison.Ordinal);
    }

    private async Task<string> Upload(string kind, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(kind), "kind" },
            { new ByteArrayContent(file), "file", name },
        };
        return await Send("/app/import/upload", "/app/import", form);
    }

    private async Task Run(string page, params string[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent("map"), "_handler" }, { new StringContent("run"), "what" } };
        foreach (var field in fields)
        {
            form.Add(new StringContent(field), "field");
        }

        Assert.Equal(page, await Send(page, page, form));
        await Lintel.Service<RunImports>().Run(Cancel);
    }

    private async Task Post(string address, string from)
    {
        using var form = new MultipartFormDataContent();
        await Send(address, from, form);
    }

    /// <summary>Sends a form that is on a page; gives where it leads.</summary>
    private async Task<string> Send(string address, string from, MultipartFormDataContent form)
    {
        form.Add(new StringContent(Token().Match(await Http.GetStringAsync(from, Cancel)).Groups["token"].Value), "__RequestVerificationToken");
        using var answer = await Http.PostAsync(address, form, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        _answer = await answer.Content.ReadAsStringAsync(Cancel);
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private async Task<List<(string, string)>> RefusedFile(string page)
    {
        var file = await Http.GetByteArrayAsync(page + "/refused", Cancel);
        return [.. XlsxRows.Read(file).Skip(1).Select(row => (row[0], row[1]))];
    }

    private async Task<string> Derived()
    {
        await Lintel.Database.Settle();
        var tables = new List<string>();
        foreach (var (table, columns) in new[]
        {
            ("leads", "id"), ("lead_identities", "value"), ("lead_counts", "status, leads"), ("lead_scores", "status, score, leads"), ("lead_days", "day, leads"),
            ("lead_areas", "area"), ("lead_tags", "tag"), ("agent_leads", "lead_id"), ("agents", "open_leads, total_leads, converted_leads"),
        })
        {
            var rows = await Lintel.Database.Rows($"SELECT {columns} FROM {table}{(columns.Contains("leads,", StringComparison.Ordinal) || !columns.EndsWith("leads", StringComparison.Ordinal) ? "" : " WHERE leads <> 0")} ORDER BY 1");
            tables.Add($"{table}: {string.Join("; ", rows.Select(row => string.Join(',', row)))}");
        }

        return string.Join('\n', tables);
    }

    private static string Text(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "")), " ");

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""<option value="(?<field>[^"]*)" selected""")]
    private static partial Regex Chosen();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
