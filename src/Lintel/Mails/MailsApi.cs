namespace Lintel.Mails;

public static class MailsApi
{
    public static void MapMails(this IEndpointRouteBuilder app)
    {
        var mails = app.MapGroup("/mails").WithTags("Mails");
        mails.MapGet("", ListMails.Get);
        mails.MapPost("{id:long:min(1)}/retry", RetryMail.Post);
    }
}
