using System.IO.Compression;
using System.Text.Json;
using Lintel.Data;

namespace Lintel.Backups;

/// <summary>A backup that is there. Nothing in it is believed before its hash was compared.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly string _name;

    private BackupFile(ZipArchive zip, string name) => (_zip, _name) = (zip, name);

    /// <param name="path">Where it is.</param>
    /// <param name="name">What whoever asked for it calls it.</param>
    /// <exception cref="CopyException">It is no backup.</exception>
    public static BackupFile Open(string path, string name)
    {
        try
        {
            return new(ZipFile.OpenRead(path), name);
        }
        catch (InvalidDataException)
        {
            throw new CopyException($"{name} is not a backup of lintel, or it is damaged");
        }
    }

    public async Task<Manifest> Manifest(CancellationToken cancel)
    {
        try
        {
            var entry = _zip.GetEntry(Backups.Manifest.Name) ?? throw new InvalidDataException();
            await using var content = await entry.OpenAsync(cancel);
            using var text = new MemoryStream();
            var kept = await Hashed.Copy(entry.Name, content, text, cancel);
            text.Position = 0;
            return kept.Sha256 == _zip.Comment ? await Backups.Manifest.Read(text, cancel) : throw new InvalidDataException();
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException)
        {
            throw new CopyException($"{_name} is not a backup of lintel, or it is damaged");
        }
    }

    /// <summary>Reads everything, and finds it to be what was written.</summary>
    public async Task Check(CancellationToken cancel)
    {
        foreach (var file in (await Manifest(cancel)).Files)
        {
            await Extract(file, Stream.Null, cancel);
        }
    }

    /// <summary>Writes all files into a folder, under the names they have here.</summary>
    public async Task Extract(Manifest manifest, string folder, CancellationToken cancel)
    {
        foreach (var file in manifest.Files)
        {
            var path = Path.GetFullPath(Path.Combine(folder, file.Name));
            if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw Damaged(file);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var output = DataFolder.Make(path);
            await Extract(file, output, cancel);
        }
    }

    public void Dispose() => _zip.Dispose();

    private async Task Extract(KeptFile file, Stream into, CancellationToken cancel)
    {
        try
        {
            var entry = _zip.GetEntry(file.Name);
            if (entry is null || entry.Length != file.Bytes)
            {
                throw Damaged(file);
            }

            await using var content = await entry.OpenAsync(cancel);
            if (await Hashed.Copy(file.Name, content, into, cancel) != file)
            {
                throw Damaged(file);
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged(file);
        }
    }

    private CopyException Damaged(KeptFile file) => new($"{_name} is damaged: its {file.Name} is not what was written");
}
