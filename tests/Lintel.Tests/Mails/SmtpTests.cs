using Lintel.Model;
using Lintel.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lintel.Tests.Mails;

/// <summary>Mail as it is handed to a server.</summary>
public sealed class SmtpTests : IAsyncLifetime
{
    private const string Password = "p@ss:wörd";
    private const string Text = "陳先生，你好：\n.\n..太古城三房單位，實用面積 612 呎。\n.end";

    private readonly LogLines _log = new();
    private readonly LintelServer _lintel;
    private SmtpSink _sink = new();

    public SmtpTests()
    {
        var address = new Uri($"smtp://crm:{Uri.EscapeDataString(Password)}@127.0.0.1:{_sink.Port}");
        _lintel = new()
        {
            Set = settings => settings with { Smtp = address, MailFrom = "crm@harbour.example" },
            Register = services => services.AddSingleton<ILoggerProvider>(_log),
        };
    }

    public ValueTask InitializeAsync() => _lintel.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _lintel.DisposeAsync();
        await _sink.DisposeAsync();
        _log.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_mail_arrives_whole()
    {
        await Post("amy@example.com", "Welcome, 陳大文", Text);
        await Until("delivered_at IS NOT NULL", TestContext.Current.CancellationToken);

        var (recipient, mail) = Assert.Single(_sink.Taken);
        Assert.Equal(
            ("amy@example.com", "amy@example.com", "Welcome, 陳大文", Text, "crm@harbour.example", LintelServer.Start),
            (recipient, mail.To.Mailboxes.Single().Address, mail.Subject, mail.TextBody!.TrimEnd().ReplaceLineEndings("\n"), mail.From.Mailboxes.Single().Address, mail.Date));
        Assert.Equal($"1.{await Id()}@harbour.example", mail.MessageId);
        Assert.Equal([$"crm\0{Password}"], _sink.Credentials);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_is_away_gets_the_mail_when_it_is_back()
    {
        await _sink.DisposeAsync();
        await Post("amy@example.com", "Late", Text);
        await Until("last_error IS NOT NULL", TestContext.Current.CancellationToken);

        _sink = new(_sink.Port);
        _lintel.Clock.Advance(TimeSpan.FromSeconds(10));
        await Until("delivered_at IS NOT NULL", TestContext.Current.CancellationToken);

        Assert.Equal("Late", Assert.Single(_sink.Taken).Mail.Subject);
    }

    [Fact(Timeout = 60_000)]
    public async Task Not_now_is_tried_again_each_time_after_a_longer_pause_as_the_same_mail()
    {
        _sink.Instead = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "451 not now" : null;
        await Post("amy@example.com", "Greylisted", Text);
        await Until("attempts = 1 AND last_error IS NOT NULL", TestContext.Current.CancellationToken);
        Assert.Equal(10_000, await Pause());

        _lintel.Clock.Advance(TimeSpan.FromSeconds(10));
        await Until("attempts = 2 AND next_try_at IS NOT NULL AND last_error IS NOT NULL", TestContext.Current.CancellationToken);
        while (await Pause() != 20_000)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        _sink.Instead = _ => null;
        _lintel.Clock.Advance(TimeSpan.FromSeconds(20));
        await Until("delivered_at IS NOT NULL", TestContext.Current.CancellationToken);
        Assert.Equal($"1.{await Id()}@harbour.example", Assert.Single(_sink.Taken).Mail.MessageId);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_refused_to_the_end_is_parked_and_said_so_while_its_neighbours_arrive_once()
    {
        _sink.Instead = line => line.Contains("nobody@example.com", StringComparison.Ordinal) ? "550 no mailbox nobody@example.com" : null;
        await _lintel.Write(async db =>
        {
            foreach (var name in (string[])["amy", "nobody", "ben"])
            {
                db.Mails.Add(new Mail { AgencyId = db.AgencyId, CreatedAt = db.Now, To = $"{name}@example.com", Subject = "Hello", Text = "Hello" });
            }

            await db.SaveChangesAsync();
            return true;
        });
        while (await _lintel.Database.Count("SELECT count(*) FROM mails WHERE parked_at IS NOT NULL") == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["amy@example.com", "ben@example.com"], _sink.Taken.Select(taken => taken.Recipient).Order(StringComparer.Ordinal));
        var parked = (await _lintel.Database.Rows("SELECT id, attempts, last_error FROM mails WHERE parked_at IS NOT NULL"))[0];
        Assert.Equal((12L, "MailException: The mail server said 550 (RecipientNotAccepted)."), (Convert.ToInt64(parked[1]), parked[2]));
        await Said($"Delivery {parked[0]} is given up after 12 tries; it is kept");
        Assert.DoesNotContain("nobody@", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task No_log_tells_the_password()
    {
        _sink.Instead = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? $"535 {line} is wrong for crm" : null;
        await Post("amy@example.com", "Locked out", Text);
        await Until("last_error IS NOT NULL", TestContext.Current.CancellationToken);

        Assert.Equal("MailException: The mail server refused the user name or password of SMTP_URL.", (await _lintel.Database.Rows("SELECT last_error FROM mails"))[0][0]);
        var secrets = (string[])[Password, Uri.EscapeDataString(Password), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0crm\0{Password}")), "amy@"];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, _log.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_address_stops_the_start()
    {
        var start = LintelProgram.Command(_lintel.Folder, null, "serve");
        start.Environment["SMTP_URL"] = "mail.example.com";
        var (code, _, error) = await LintelProgram.Run(start);

        Assert.Equal((1, "lintel: SMTP_URL must be smtp://user:password@host:587 or smtps://user:password@host:465.\n"), (code, error));
    }

    private Task<bool> Post(string to, string subject, string text) => _lintel.Write(async db =>
    {
        db.Mails.Add(new Mail { AgencyId = db.AgencyId, CreatedAt = db.Now, To = to, Subject = subject, Text = text });
        await db.SaveChangesAsync();
        return true;
    });

    private Task<long> Id() => _lintel.Database.Count("SELECT id FROM mails");

    /// <returns>Milliseconds from now to the next try.</returns>
    private async Task<long> Pause() => await _lintel.Database.Count("SELECT next_try_at FROM mails") - _lintel.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task Until(string condition, CancellationToken cancel)
    {
        while (await _lintel.Database.Count($"SELECT count(*) FROM mails WHERE {condition}") == 0)
        {
            cancel.ThrowIfCancellationRequested();

            // Whatever is written has the queue looked at: who was just about to wait when the clock went on would wait for more of it.
            await _lintel.Write(_ => Task.FromResult(true));
        }
    }

    private async Task Said(string line)
    {
        while (!_log.Of(LogLevel.Error).Contains(line))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
