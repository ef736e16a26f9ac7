using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Mails;

public sealed class SendMailsTests : OwnServer
{
    [Fact(Timeout = 60_000)]
    public async Task Without_a_mail_server_mail_is_kept_as_a_file_and_forgotten_after_a_day()
    {
        await Post("amy@example.com", "Welcome, 陳大文", "Your invitation.");

        while (await Lintel.Database.Count("SELECT count(*) FROM mails WHERE delivered_at IS NOT NULL") == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        var file = Assert.Single(Directory.GetFiles(Path.Combine(Lintel.Folder, "mail")));
        var mail = await MimeKit.MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(
            ("amy@example.com", "Welcome, 陳大文", "Your invitation.", "lintel@localhost", LintelServer.Start),
            (mail.To.Mailboxes.Single().Address, mail.Subject, mail.TextBody!.Trim(), mail.From.Mailboxes.Single().Address, mail.Date));

        Lintel.Clock.Advance(TimeSpan.FromDays(1));
        await Lintel.Service<global::Lintel.Jobs.ForgetDelivered>().Run(TestContext.Current.CancellationToken);
        Assert.Equal(0, await Lintel.Database.Count("SELECT count(*) FROM mails"));
    }

    private Task<bool> Post(string to, string subject, string text) => Lintel.Write(async db =>
    {
        db.Mails.Add(new Mail { AgencyId = db.AgencyId, CreatedAt = db.Now, To = to, Subject = subject, Text = text });
        await db.SaveChangesAsync();
        return true;
    });
}
