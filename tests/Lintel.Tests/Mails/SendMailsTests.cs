using System.Net;
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

    [Fact]
    public async Task A_mail_that_was_given_up_is_listed_without_what_it_says_and_tried_again_by_an_owner()
    {
        await Lintel.Database.Execute("""
            INSERT INTO mails (agency_id, "to", subject, text, created_at, attempts, parked_at, last_error)
            VALUES (1, 'amy@example.com', 'Invitation', 'A secret link', 1795399200000, 12, 1795402800000, 'IOException: Connection refused')
            """);
        Arrange.Same(
            """
            {"success": true, "mails": [{"id": 1, "to": "amy@example.com", "subject": "Invitation", "created_at": "2026-11-23T02:00:00.000Z", "attempts": 12,
            "next_try_at": null, "parked_at": "2026-11-23T03:00:00.000Z", "last_error": "IOException: Connection refused"}],
            "pagination": {"page": 1, "per_page": 20, "total": 1, "pages": 1, "has_next": false, "has_prev": false}}
            """,
            (await Http.GetJson("/mails?parked=true")).Body);
        var page = await Http.Page("/app/settings?part=deliveries");
        Assert.Contains("amy@example.com", page, StringComparison.Ordinal);
        Assert.Contains("Parked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);

        var shown = await Http.Submit("/app/settings?part=deliveries", "/app/settings?part=deliveries", ("_handler", "deliveries"), ("mail", "1"));

        Assert.Contains("It is tried again now.", shown, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await Http.GetJson("/mails?parked=true"))["pagination"]["total"]!);
        (await Http.PostJson("/mails/2/retry")).IsProblem(HttpStatusCode.NotFound);
    }

    private Task<bool> Post(string to, string subject, string text) => Lintel.Write(async db =>
    {
        db.Mails.Add(new Mail { AgencyId = db.AgencyId, CreatedAt = db.Now, To = to, Subject = subject, Text = text });
        await db.SaveChangesAsync();
        return true;
    });
}
