using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace Lintel.Offline;

/// <summary>
/// Sends the service worker: the script that the build made, after a line that names the files of this version, which only the running program knows by
/// their addresses. When one of them changes, the script does, and that is how browsers learn of a new version.
/// </summary>
public sealed class SendWorker(IWebHostEnvironment environment, EndpointDataSource endpoints)
{
    public const string Name = "worker.js";

    private const string Script = "assets/worker.js";

    /// <summary>What a page needs before its charts: kept from the first visit on.</summary>
    private static readonly string[] Shell =
        ["_framework/blazor.web.js", "assets/app.css", "assets/app.js", "assets/board.js", "assets/icons.svg", "assets/favicon.svg"];

    private static readonly string[] Named = ["/assets/fonts/inter-5.3.0-latin.woff2"];

    // Browsers ask again and again for what stays the same as long as the program runs.
    private readonly Lazy<(byte[] Content, string Version)> _made = new(() => Make(environment, endpoints));

    public static FileContentHttpResult Get(SendWorker worker, HttpResponse response)
    {
        // It also looks after /app itself, which is above its own folder.
        response.Headers["Service-Worker-Allowed"] = Web.Interface.Root;
        var (content, version) = worker._made.Value;
        return TypedResults.Bytes(content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }

    private static (byte[] Content, string Version) Make(IWebHostEnvironment environment, EndpointDataSource endpoints)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(Script).CreateReadStream(), Encoding.UTF8);
        var script = reader.ReadToEnd();
        string[] files = [.. Addresses(endpoints).Order(StringComparer.Ordinal), .. Named];
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files) + script)).AsSpan(0, 8));
        return (Encoding.UTF8.GetBytes($"self.lintel={JsonSerializer.Serialize(new { version, files }, JsonSerializerOptions.Web)};\n{script}"), version);
    }

    /// <summary>The addresses with their fingerprints, of which each is another file for ever.</summary>
    private static IEnumerable<string> Addresses(EndpointDataSource endpoints) => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .Where(asset => asset?.Properties.Any(property => property.Name == "label" && Shell.Contains(property.Value)) == true)
        .Select(asset => "/" + asset!.Route)
        .Distinct();
}
