using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Understanding;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Inquiries;

/// <summary>What Make.com sends when somebody writes on WhatsApp.</summary>
public sealed record WhatsappInquiryRequest
{
    [Phone(Required = true)]
    public Field<string> WhatsappNumber { get; init; }

    [Text(LeadFields.LongestMessage, Required = true)]
    public Field<string> Message { get; init; }

    [Text(LeadFields.LongestName)]
    public Field<string> Name { get; init; }

    [Text(LeadFields.LongestReference)]
    public Field<string> PropertyId { get; init; }
}

public static class WhatsappInquiry
{
    /// <summary>
    /// Takes an inquiry from WhatsApp. Finds the person by number (a phone of the same digits is the same person) or makes a new lead, records
    /// the message, understands it, scores and assigns. A name fills an empty one, never replaces. 201 when the lead is new, 200 when it was known.
    /// </summary>
    public static Task<Results<Created<InquiryAnswer>, Ok<InquiryAnswer>, ProblemHttpResult>> Post(
        WhatsappInquiryRequest request, Change change, Gazetteers gazetteers, CancellationToken cancel) =>
        change.Run(
            db => Handle(request, gazetteers, db, cancel),
            answer => answer.IsNewLead,
            answer => TypedResults.Created($"/leads/{answer.Lead.Id}", answer),
            answer => TypedResults.Ok(answer));

    private static async Task<Outcome<InquiryAnswer>> Handle(WhatsappInquiryRequest request, Gazetteers gazetteers, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var number = check.Phone("whatsapp_number", request.WhatsappNumber);
        var message = check.Text("message", request.Message, LeadFields.LongestMessage);
        check.Required("whatsapp_number", number);
        check.Required("message", message);
        var name = check.Text("name", request.Name, LeadFields.LongestName).Value;
        var property = check.Text("property_id", request.PropertyId, LeadFields.LongestReference).Value;
        return check.Failed
            ? check.Refusal
            : await ReceiveInquiry.Handle(
                new Inquiry(Channel.Whatsapp, IdentityKind.Phone, number.Value!, message.Value!, "whatsapp", name, Property: property), gazetteers, db, cancel);
    }
}
