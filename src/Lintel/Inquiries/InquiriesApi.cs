namespace Lintel.Inquiries;

public static class InquiriesApi
{
    public static void MapInquiries(this IEndpointRouteBuilder app)
    {
        var inquiries = app.MapGroup("/leads").WithTags("Inquiries");
        inquiries.MapPost("instagram-inquiry", InstagramInquiry.Post);
        inquiries.MapPost("whatsapp-inquiry", WhatsappInquiry.Post);
        inquiries.MapPost("understand", UnderstandMessage.Post);
    }
}
