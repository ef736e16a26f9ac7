namespace Lintel.Mails;

public static class MailsSetup
{
    public static void AddMails(this IServiceCollection services, Settings settings)
    {
        if (settings.Smtp is null)
        {
            services.AddSingleton<IPost, FolderPost>();
        }
        else
        {
            services.AddSingleton<IPost, SmtpPost>();
        }
    }
}
