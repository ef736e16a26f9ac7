namespace Lintel.Data;

/// <summary>SQL kept as files in a folder <c>Scripts</c>.</summary>
internal static class Script
{
    /// <param name="beside">A type of the folder's namespace.</param>
    /// <param name="name">The file's name.</param>
    public static string Read(Type beside, string name)
    {
        using var stream = beside.Assembly.GetManifestResourceStream($"{beside.Namespace}.Scripts.{name}")
            ?? throw new InvalidOperationException($"There is no script {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
