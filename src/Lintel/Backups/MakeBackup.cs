using System.IO.Compression;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Backups;

/// <summary>
/// Writes everything an installation holds into one file, while it serves: the database as of one moment, then the files of its data folder. A file
/// appears under its name once it has been read back and found whole; what had the name before stays until then.
/// </summary>
public sealed class MakeBackup(Store store, Settings settings, TimeProvider clock)
{
    /// <exception cref="CopyException">There is no backup, and the message says why.</exception>
    public async Task<Manifest> Run(string file, CancellationToken cancel)
    {
        var target = Path.GetFullPath(file);
        if (Directory.Exists(target))
        {
            throw new CopyException($"{file} is a folder; name a file in it");
        }

        var work = DataFolder.Work(Path.GetDirectoryName(target)!);
        try
        {
            var archive = Path.Combine(work.FullName, "backup");
            var manifest = await Write(archive, Path.Combine(work.FullName, Manifest.DatabaseName), target, cancel);
            using (var made = BackupFile.Open(archive, file))
            {
                await made.Check(cancel);
            }

            LastingFile.Move(archive, target);
            return manifest;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task<Manifest> Write(string archive, string database, string target, CancellationToken cancel)
    {
        var madeAt = clock.Now();
        var contents = await store.Whole.Save(database, cancel);
        await using var output = DataFolder.Make(archive);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create);
        var files = new List<KeptFile>
        {
            // pg_dump compresses by itself.
            await Add(zip, Manifest.DatabaseName, database, settings.Database is null ? CompressionLevel.Fastest : CompressionLevel.NoCompression, cancel),
        };
        foreach (var name in DataFolder.Files(settings))
        {
            var path = Path.Combine(settings.Data, name);
            if (path != target && await AddIfThere(zip, Manifest.FolderName + name, path, cancel) is { } added)
            {
                files.Add(added);
            }
        }

        var manifest = new Manifest(Product.Version, store.Whole.Kind, madeAt, contents, files);
        using var text = new MemoryStream();
        await manifest.Write(text, cancel);
        text.Position = 0;
        await using (var entry = await zip.CreateEntry(Manifest.Name).OpenAsync(cancel))
        {
            zip.Comment = (await Hashed.Copy(Manifest.Name, text, entry, cancel)).Sha256;
        }

        return manifest;
    }

    /// <summary>A file may be deleted while others are read.</summary>
    private static async Task<KeptFile?> AddIfThere(ZipArchive zip, string name, string path, CancellationToken cancel)
    {
        try
        {
            return await Add(zip, name, path, CompressionLevel.Fastest, cancel);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static async Task<KeptFile> Add(ZipArchive zip, string name, string path, CompressionLevel level, CancellationToken cancel)
    {
        await using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancel);
        return await Hashed.Copy(name, input, entry, cancel);
    }
}
