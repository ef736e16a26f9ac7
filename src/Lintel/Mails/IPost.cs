using MimeKit;

namespace Lintel.Mails;

/// <summary>Where mail is handed in.</summary>
public interface IPost
{
    /// <exception cref="Exception">None of it is sure to have been taken: what was, comes again with the same message id.</exception>
    Task Send(IReadOnlyList<MimeMessage> messages, CancellationToken cancel);
}
