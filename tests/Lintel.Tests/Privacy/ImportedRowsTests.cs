using System.Net;
using Lintel.Imports;
using Lintel.Tests.Running;

namespace Lintel.Tests.Privacy;

/// <summary>What imported files say of a person: handed out with the rest, and erased with the rest.</summary>
public sealed class ImportedRowsTests : OwnServer
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_files_said_of_a_person_is_handed_out_and_erased_also_where_it_was_refused_or_joined()
    {
        var id = await Lintel.Lead(("name", "Ken Wong"), ("phone", "91234567"), ("email", "ken@example.com"), ("instagram_handle", "ken"));
        var twin = await Lintel.Lead(("name", "Kenneth"));
        await Http.PostJson($"/leads/{id}/merge", new { lead_id = twin });
        await Rows(
            ("Became the lead", id, "[\"Ken Wong\",\"\",\"\"]"),
            ("Became one that was joined", twin, "[\"Kenneth\",\"\",\"\"]"),
            ("Refused, by phone", null, "[\"K\",\"'+852 9123-4567\",\"\"]"),
            ("Refused, by email", null, "[\"K\",\"\",\"KEN@Example.com\"]"),
            ("A name that is a handle of his", null, "[\"ken\",\"91230000\",\"\"]"),
            ("Somebody else", twin + 100, "[\"Amy\",\"\",\"\"]"));

        var held = (await Http.GetJson($"/leads/{id}/personal-data"))["personal_data"]["imported_rows"]!.AsArray();
        Assert.Equal([1, 2, 3, 4], held.Select(row => (int)row!["number"]!));
        Arrange.Same(
            """
            {"import_id": 1, "file_name": "leads.csv", "number": 3, "imported_at": "2026-11-23T01:45:00.000Z", "columns": ["Name", "Phone", "Mail"],
             "cells": ["K", "'+852 9123-4567", ""]}
            """,
            held[2]!);

        Assert.Equal(HttpStatusCode.OK, (await Http.PostJson($"/leads/{id}/erase")).Status);

        Assert.Equal(
            ["[]", "[]", "[]", "[]", "[\"ken\",\"91230000\",\"\"]", "[\"Amy\",\"\",\"\"]"],
            await Cells());
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync("/app/import/1/refused", Cancel)).StatusCode);
        Assert.DoesNotContain("9123-4567", await Http.Page("/app/import/1"), StringComparison.Ordinal);
        Assert.Contains("91230000", await Http.Page("/app/import/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_row_that_says_no_more_than_the_name_is_erased_and_not_handed_out()
    {
        var id = await Lintel.Lead(("name", "陳大文 Ken"), ("phone", "91234567"));
        await Rows(
            ("The name", null, "[\" 陈大文  KEN\",\"\",\"\"]"),
            ("And no number", null, "[\"陳大文 Ken\",\"n/a\",\"\"]"),
            ("And another number", null, "[\"陳大文 Ken\",\"91230000\",\"\"]"),
            ("A part of it", null, "[\"Ken\",\"\",\"\"]"),
            ("Nothing", null, "[\"\",\"x\",\"\"]"));

        Assert.Empty((await Http.GetJson($"/leads/{id}/personal-data"))["personal_data"]["imported_rows"]!.AsArray());
        await Http.PostJson($"/leads/{id}/erase");

        Assert.Equal(["[]", "[]", "[\"陳大文 Ken\",\"91230000\",\"\"]", "[\"Ken\",\"\",\"\"]", "[\"\",\"x\",\"\"]"], await Cells());
    }

    [Fact]
    public async Task Where_nobody_named_the_columns_the_name_is_found_whole_or_in_two()
    {
        var id = await Lintel.Lead(("name", "Ken Wong"));
        await Rows(
            ("First and last", null, "[\"ken\",\"Wong\",\"x\"]"), ("Last and first", null, "[\"x\",\"WONG\",\"Ken\"]"), ("Whole", null, "[\"x\",\"\",\"Wong, Ken\"]"),
            ("Whole", null, "[\"x\",\"\",\"Ken Wong\"]"), ("Somebody else", null, "[\"Ken\",\"Chan\",\"Wong\"]"));
        await Lintel.Database.Execute("UPDATE imports SET fields = '[\"\",\"\",\"\"]'");

        await Http.PostJson($"/leads/{id}/erase");

        Assert.Equal(["[]", "[]", "[\"x\",\"\",\"Wong, Ken\"]", "[]", "[\"Ken\",\"Chan\",\"Wong\"]"], await Cells());
    }

    [Fact]
    public async Task Of_somebody_without_a_name_no_row_is_taken_for_theirs()
    {
        var id = await Lintel.Lead(("phone", "91234567"));
        await Rows(("Nothing", null, "[\"\",\"x\",\"\"]"));

        await Http.PostJson($"/leads/{id}/erase");

        Assert.Equal(["[\"\",\"x\",\"\"]"], await Cells());
    }

    [Fact]
    public async Task A_row_that_waits_its_turn_does_not_bring_the_person_back()
    {
        var id = await Lintel.Lead(("phone", "91234567"));
        await Rows(("Waits", null, "[\"Ken\",\"91234567\",\"\"]"));
        await Lintel.Database.Execute("UPDATE imports SET state = 2, position = 0; UPDATE import_rows SET problem = NULL");

        await Http.PostJson($"/leads/{id}/erase");
        await Lintel.Service<RunImports>().Run(Cancel);

        Assert.Equal(1, (int)(await Http.GetJson("/leads"))["pagination"]["total"]!);
        Assert.Equal(0, (int)(await Http.GetJson("/leads?q=Ken"))["pagination"]["total"]!);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync("/app/import/1/refused", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_cells_of_an_import_go_a_month_after_it_and_a_file_that_nobody_named_goes_as_a_whole()
    {
        await Rows(("Done", null, "[\"Ken\",\"91234567\",\"\"]"));
        await Lintel.Database.Execute("""
            UPDATE imports SET finished_at = created_at;
            INSERT INTO imports (id, agency_id, kind, file_name, "by", created_at, state, columns, fields, rows, position, added, changed, refused)
                SELECT 2, agency_id, kind, file_name, "by", created_at, 1, columns, fields, 1, 0, 0, 0, 0 FROM imports;
            INSERT INTO import_rows (agency_id, import_id, number, cells, is_new) SELECT agency_id, 2, number, cells, is_new FROM import_rows
            """);

        Lintel.Clock.Advance(ForgetRows.Kept - TimeSpan.FromMilliseconds(1));
        await Lintel.Service<ForgetRows>().Run(Cancel);
        Assert.Equal(2, await Lintel.Database.Count("SELECT count(*) FROM import_rows WHERE cells <> '[]'"));

        Lintel.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Lintel.Service<ForgetRows>().Run(Cancel);
        Assert.Equal(["1|1|[]"], (await Lintel.Database.Rows("SELECT import_id, number, cells FROM import_rows")).Select(row => string.Join('|', row)));
        Assert.Equal(1, await Lintel.Database.Count("SELECT count(*) FROM imports"));
    }

    private async Task<IEnumerable<string>> Cells() =>
        (await Lintel.Database.Rows("SELECT cells FROM import_rows ORDER BY number")).Select(row => (string)row[0]!);

    private async Task Rows(params (string What, long? Record, string Cells)[] rows)
    {
        var at = LintelServer.Start.ToUnixTimeMilliseconds();
        await Lintel.Database.Execute($"""
            INSERT INTO imports (id, agency_id, kind, file_name, "by", created_at, state, columns, fields, rows, position, added, changed, refused)
                VALUES (1, 1, 0, 'leads.csv', 'api', {at}, 3, '["Name","Phone","Mail"]', '["name","phone","email"]', {rows.Length}, {rows.Length}, 0, 0, {rows.Count(row => row.Record is null)})
            """);
        foreach (var (row, number) in rows.Select((row, i) => (row, i + 1)))
        {
            var problem = row.Record is null ? "'{\"phone\":[\"" + row.What + "\"]}'" : "NULL";
            await Lintel.Database.Execute($"""
                INSERT INTO import_rows (agency_id, import_id, number, cells, problem, record_id, is_new)
                    VALUES (1, 1, {number}, '{row.Cells.Replace("'", "''", StringComparison.Ordinal)}', {problem}, {row.Record?.ToString() ?? "NULL"}, {(TestDatabase.IsPostgres ? "false" : "0")})
                """);
        }
    }
}
