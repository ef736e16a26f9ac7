using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lintel.Mails;

/// <summary>Hands mail to the operator's server.</summary>
public sealed class SmtpPost(Settings settings) : IPost
{
    /// <summary>Well within the time for which a mail is this worker's alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task Send(MimeMessage message, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        try
        {
            await HandIn(message, late.Token);
        }
        catch (SmtpCommandException refused)
        {
            // What the server says may name whom the mail is for.
            throw new MailException($"The mail server said {(int)refused.StatusCode} ({refused.ErrorCode}).");
        }
        catch (AuthenticationException)
        {
            throw new MailException("The mail server refused the user name or password of SMTP_URL.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new MailException($"The mail server did not take the mail within {Patience.TotalSeconds:0} seconds.");
        }
    }

    private async Task HandIn(MimeMessage message, CancellationToken cancel)
    {
        var server = settings.Smtp!;
        using var client = new SmtpClient();
        var isWrapped = server.Scheme == "smtps";
        await client.ConnectAsync(
            server.Host,
            server.IsDefaultPort || server.Port < 0 ? isWrapped ? 465 : 587 : server.Port,
            isWrapped ? SecureSocketOptions.SslOnConnect : MustEncrypt(server) ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTlsWhenAvailable,
            cancel);
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            await client.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password is [var secret] ? secret : ""), cancel);
        }

        await client.SendAsync(message, cancel);
        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception failure) when (failure is IOException or SmtpProtocolException or OperationCanceledException)
        {
            // The mail is taken; without a goodbye too.
        }
    }

    /// <summary>A password goes over no network in the clear. A relay on this machine seldom speaks TLS, and is on none.</summary>
    private static bool MustEncrypt(Uri server) => server.UserInfo.Length > 0 && !server.IsLoopback;
}

/// <summary>A mail was not taken; the message says why, and names neither a person nor a secret.</summary>
public sealed class MailException(string message) : Exception(message);
