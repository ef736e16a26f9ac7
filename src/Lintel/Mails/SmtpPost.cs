using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lintel.Mails;

/// <summary>Hands mail to the operator's server.</summary>
public sealed class SmtpPost(Settings settings) : IPost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task Send(IReadOnlyList<MimeMessage> messages, CancellationToken cancel)
    {
        var server = settings.Smtp!;
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        var isWrapped = server.Scheme == "smtps";
        await client.ConnectAsync(
            server.Host,
            server.IsDefaultPort || server.Port < 0 ? isWrapped ? 465 : 587 : server.Port,
            isWrapped ? SecureSocketOptions.SslOnConnect : server.UserInfo.Length > 0 ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTlsWhenAvailable,
            cancel);
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            await client.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password is [var secret] ? secret : ""), cancel);
        }

        foreach (var message in messages)
        {
            await client.SendAsync(message, cancel);
        }

        await client.DisconnectAsync(quit: true, cancel);
    }
}
