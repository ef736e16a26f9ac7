using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;
using Lintel.Outbox;
using MimeKit;

namespace Lintel.Mails;

/// <summary>Sends what was written to be mailed, once the change that wrote it is kept.</summary>
public sealed class SendMails(IPost post, Settings settings, Store store, Agencies agencies, TimeProvider clock, ILogger<SendMails> log)
    : QueueWorker<TakenMail>(Mails, AtOnce, store, agencies, clock, log)
{
    /// <summary>What became of one says nothing of its neighbours, and a mail is best sent once.</summary>
    private const int AtOnce = 1;

    public static DeliveryQueue<TakenMail> Mails { get; } =
        new("mails", "\"to\", subject, text, created_at", (row, taken) => new TakenMail(taken, row.Text(), row.Text(), row.Text(), row.Time()));

    protected override Taken MarkOf(TakenMail item) => item.Mark;

    protected override async Task Deliver(Agency agency, IReadOnlyList<TakenMail> items, CancellationToken cancel)
    {
        foreach (var mail in items)
        {
            await post.Send(Message(agency, mail), cancel);
        }
    }

    private MimeMessage Message(Agency agency, TakenMail mail)
    {
        var message = new MimeMessage
        {
            // The same at every try: whoever gets it twice can tell.
            MessageId = $"{agency.Id}.{mail.Mark.Id}@{settings.MailFrom.Split('@')[1]}",
            Date = new DateTimeOffset(mail.CreatedAt),
            Subject = mail.Subject,
            Body = new TextPart("plain") { Text = mail.Text },
        };
        message.From.Add(new MailboxAddress(agency.Name, settings.MailFrom));
        message.To.Add(new MailboxAddress("", mail.To));
        return message;
    }
}

/// <summary>A mail that a worker has taken.</summary>
public sealed record TakenMail(Taken Mark, string To, string Subject, string Text, DateTime CreatedAt);
