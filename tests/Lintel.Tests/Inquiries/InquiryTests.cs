using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Inquiries;

public sealed class InquiryTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task The_whatsapp_example_scores_35()
    {
        var answer = await lintel.Http.PostJson(
            "/leads/whatsapp-inquiry",
            new { whatsapp_number = "+85298765432", name = "John Chan", message = "Looking for 2-bedroom apartment in Central" });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(35, (int)answer["lead"]["score"]!);
        Assert.True((bool)answer["is_new_lead"]);
    }

    [Fact]
    public async Task What_is_missing_is_named_and_nothing_is_kept()
    {
        var answer = await lintel.Http.PostJson("/leads/instagram-inquiry", new { instagram_handle = "", message = (string?)null });

        answer.IsProblem(HttpStatusCode.BadRequest, ("instagram_handle", "is required"), ("message", "is required"));
    }
}
