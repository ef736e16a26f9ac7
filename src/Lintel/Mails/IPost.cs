using MimeKit;

namespace Lintel.Mails;

/// <summary>Where mail is handed in.</summary>
public interface IPost
{
    /// <exception cref="Exception">It is not sure to have been taken, and comes again with the same message id.</exception>
    Task Send(MimeMessage message, CancellationToken cancel);
}
