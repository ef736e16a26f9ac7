using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Understanding;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Inquiries;

/// <summary>What Make.com sends when somebody comments or writes on Instagram.</summary>
public sealed record InstagramInquiryRequest
{
    [Handle(Required = true)]
    public Field<string> InstagramHandle { get; init; }

    [Text(LeadFields.LongestMessage, Required = true)]
    public Field<string> Message { get; init; }

    [Text(LeadFields.LongestReference)]
    public Field<string> PostId { get; init; }

    [Text(LeadFields.LongestReference)]
    public Field<string> PropertyId { get; init; }

    [Text(LeadFields.LongestName)]
    public Field<string> Name { get; init; }
}

public static class InstagramInquiry
{
    /// <summary>
    /// Takes an inquiry from Instagram. Finds the person by handle or makes a new lead, records the message, understands it, scores and assigns.
    /// A lost lead is new again; a converted one keeps its status. 201 when the lead is new, 200 when it was known.
    /// </summary>
    public static Task<Results<Created<InquiryAnswer>, Ok<InquiryAnswer>, ProblemHttpResult>> Post(
        InstagramInquiryRequest request, Change change, Gazetteers gazetteers, CancellationToken cancel) =>
        change.Run(
            db => Handle(request, gazetteers, db, cancel),
            answer => answer.IsNewLead,
            answer => TypedResults.Created($"/leads/{answer.Lead.Id}", answer),
            answer => TypedResults.Ok(answer));

    private static async Task<Outcome<InquiryAnswer>> Handle(InstagramInquiryRequest request, Gazetteers gazetteers, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var handle = check.Handle("instagram_handle", request.InstagramHandle);
        var message = check.Text("message", request.Message, LeadFields.LongestMessage);
        check.Required("instagram_handle", handle);
        check.Required("message", message);
        var name = check.Text("name", request.Name, LeadFields.LongestName).Value;
        var post = check.Text("post_id", request.PostId, LeadFields.LongestReference).Value;
        var property = check.Text("property_id", request.PropertyId, LeadFields.LongestReference).Value;
        return check.Failed
            ? check.Refusal
            : await ReceiveInquiry.Handle(
                new Inquiry(Channel.Instagram, IdentityKind.InstagramHandle, handle.Value!, message.Value!, "instagram", name, post, property), gazetteers, db, cancel);
    }
}
