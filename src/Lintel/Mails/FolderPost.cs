using MimeKit;

namespace Lintel.Mails;

/// <summary>Keeps mail as files, for an operator who has set no mail server up, or wants to see what would be sent.</summary>
public sealed partial class FolderPost(Settings settings, ILogger<FolderPost> log) : IPost
{
    public async Task Send(MimeMessage message, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.Data, "mail")).FullName;
        var file = Path.Combine(folder, $"{message.MessageId!.Split('@')[0]}.eml");
        await message.WriteToAsync(file, cancel);
        Log.Kept(log, file);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was not sent but written to {File}: SMTP_URL is not set")]
        public static partial void Kept(ILogger logger, string file);
    }
}
