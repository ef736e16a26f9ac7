using System.Text.Json;
using System.Text.Json.Serialization;
using Lintel.Data;

namespace Lintel.Backups;

/// <summary>What a backup says about itself: the last entry in its file, named <see cref="Name"/>. Its own hash is the file's comment.</summary>
/// <param name="Version">The lintel that made it.</param>
/// <param name="Database">The kind of database it was made of.</param>
/// <param name="MadeAt">When; what was acknowledged before is in it.</param>
/// <param name="Contents">What the database held then.</param>
/// <param name="Files">Every other entry.</param>
public sealed record Manifest(string Version, string Database, DateTime MadeAt, Contents Contents, IReadOnlyList<KeptFile> Files)
{
    public const string Name = "manifest.json";

    /// <summary>The entry that is the database.</summary>
    public const string DatabaseName = "database";

    /// <summary>What the names of files from the data folder begin with.</summary>
    public const string FolderName = "files/";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public long Rows => Contents.Rows.Values.Sum();

    public Task Write(Stream into, CancellationToken cancel) => JsonSerializer.SerializeAsync(into, this, Options, cancel);

    public static async Task<Manifest> Read(Stream from, CancellationToken cancel) =>
        await JsonSerializer.DeserializeAsync<Manifest>(from, Options, cancel) ?? throw new JsonException("The manifest is empty.");
}

/// <summary>A file in a backup.</summary>
/// <param name="Name">Its entry.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, in hexadecimal digits.</param>
public sealed record KeptFile(string Name, long Bytes, string Sha256);
