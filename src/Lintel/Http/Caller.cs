using Lintel.Model;

namespace Lintel.Http;

/// <summary>Who sent this request, once that is established; asking before is a mistake in the pipeline.</summary>
public sealed class Caller
{
    private Actor? _actor;

    public Actor Actor
    {
        get => _actor ?? throw new InvalidOperationException("The request has no caller yet.");
        set => _actor = value;
    }

    public Agency Agency => Actor.Agency;

    /// <summary>The same where nobody may be there yet, as on the page where one signs in.</summary>
    public Actor? ActorOrNull => _actor;
}
