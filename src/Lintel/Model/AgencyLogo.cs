namespace Lintel.Model;

/// <summary>The picture an agency is known by.</summary>
public sealed class AgencyLogo : IAgencyOwned
{
    public const int MostBytes = 200_000;

    public long AgencyId { get; init; }

    /// <summary>image/png, image/jpeg or image/webp.</summary>
    public required string ContentType { get; set; }

    public required byte[] Picture { get; set; }

    /// <summary>What kind of picture the bytes are, by how they begin; null when it is none that may be a logo. SVG may not: it can hold script.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> picture) =>
        picture.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : picture.Length > 12 && picture.StartsWith("RIFF"u8) && picture[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
