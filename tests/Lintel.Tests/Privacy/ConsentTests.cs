using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Privacy;

public sealed class ConsentTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task What_was_agreed_to_is_kept_with_its_evidence_and_the_last_word_comes_first()
    {
        var id = await lintel.Lead();
        await lintel.Http.PostJson($"/leads/{id}/consents", new { purpose = "marketing", channel = "email", given = true, evidence = "Form of 2026-11-01, box ticked", at = "2026-11-01T00:00:00Z" });
        var withdrawn = await lintel.Http.PostJson($"/leads/{id}/consents", new { purpose = "marketing", channel = "email", given = false, evidence = "Said so on the phone" });

        var answer = await lintel.Http.GetJson($"/leads/{id}/consents");

        Assert.Equal(HttpStatusCode.Created, withdrawn.Status);
        Assert.Equal(
            [("marketing", "email", false, "2026-11-23T01:45:00.000Z", "api", "Said so on the phone"), ("marketing", "email", true, "2026-11-01T00:00:00.000Z", "api", "Form of 2026-11-01, box ticked")],
            answer["consents"].AsArray().Select(one =>
                ((string?)one!["purpose"], (string?)one["channel"], (bool)one["given"]!, (string?)one["at"], (string?)one["by"], (string?)one["evidence"])));
        Assert.Contains("""{"consent":{"purpose":"marketing","channel":"email","given":false}}""", (await lintel.Http.GetJson($"/audit?entity=lead&entity_id={id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_cannot_be_is_named_and_nothing_is_kept()
    {
        var id = await lintel.Lead();

        (await lintel.Http.PostJson($"/leads/{id}/consents", new { at = "2026-12-01T00:00:00Z", channel = "system" })).IsProblem(
            HttpStatusCode.BadRequest,
            ("purpose", "is required"), ("given", "is required"), ("evidence", "is required"), ("channel", "must be a channel that people use"), ("at", "must not be in the future"));
        (await lintel.Http.PostJson("/leads/9000/consents", new { })).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.GetJson("/leads/9000/consents")).IsProblem(HttpStatusCode.NotFound);
        Assert.Empty((await lintel.Http.GetJson($"/leads/{id}/consents"))["consents"].AsArray());
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop! ")]
    [InlineData("退訂")]
    [InlineData("「退訂」。")]
    [InlineData("唔好再搵我")]
    public async Task Whoever_says_stop_has_withdrawn(string message)
    {
        var known = await lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = $"+8526{message.GetHashCode(StringComparison.Ordinal) & 0x7fffff:D7}", message });
        var id = (long)known["lead"]["id"]!;

        var consent = (await lintel.Http.GetJson($"/leads/{id}/consents"))["consents"].AsArray().Single()!;

        Assert.Equal(("marketing", "whatsapp", false, "system", message.Trim()), ((string?)consent["purpose"], (string?)consent["channel"], (bool)consent["given"]!, (string?)consent["by"], (string?)consent["evidence"]));
    }

    [Theory]
    [InlineData("stop by at 6?")]
    [InlineData("Please do not stop sending")]
    [InlineData("巴士站停止服務?")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_words_are_no_stop(string? message) => Assert.False(StopWords.Says(message));
}
