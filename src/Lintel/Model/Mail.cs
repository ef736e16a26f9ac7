namespace Lintel.Model;

/// <summary>A mail to be sent.</summary>
public sealed class Mail : Delivery
{
    /// <summary>The address it goes to, lower case.</summary>
    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }
}
