using System.Data.Common;
using Lintel.Data;
using Lintel.Privacy;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lintel.Backups;

/// <summary>Puts a backup back, into an empty place or, when told so, over what is there. Nothing is changed before all of it was found whole.</summary>
public sealed class RestoreBackup(Store store, Settings settings)
{
    /// <param name="file">The backup.</param>
    /// <param name="replace">Whether what is there may be lost.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="CopyException">Nothing was changed, and the message says why.</exception>
    public async Task<Manifest> Run(string file, bool replace, CancellationToken cancel)
    {
        using var backup = BackupFile.Open(file, file);
        var manifest = await backup.Manifest(cancel);
        if (WhyNot(file, manifest) is { } whyNot)
        {
            throw new CopyException(whyNot);
        }

        if (!replace && await Occupied(cancel) is { } occupied)
        {
            throw new CopyException($"{occupied}; --force puts the backup in its place");
        }

        Directory.CreateDirectory(settings.Data);
        var work = DataFolder.Work(settings.Data);
        try
        {
            await backup.Extract(manifest, work.FullName, cancel);
            var erased = await Erased(cancel);
            await store.Whole.Put(Path.Combine(work.FullName, Manifest.DatabaseName), manifest.Contents, cancel);
            PutFiles(manifest, work.FullName);
            await EraseAgain(erased, cancel);
            return manifest;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Who was erased from what is about to be replaced, as far as it can still be read.</summary>
    private async Task<List<Erasure>> Erased(CancellationToken cancel)
    {
        try
        {
            if (!await store.Whole.IsThere(cancel))
            {
                return [];
            }

            // On connections that are closed again: nothing may hold what is to be replaced.
            await using var before = Server.Open(settings, TimeProvider.System, NullLoggerFactory.Instance);
            return await Erasures.All(before, cancel);
        }
        catch (DbException)
        {
            // It is broken, which is why a backup is restored, or from before there were erasures.
            return [];
        }
    }

    /// <summary>A backup from before somebody was erased does not bring them back.</summary>
    private async Task EraseAgain(List<Erasure> erased, CancellationToken cancel)
    {
        if (erased.Count > 0)
        {
            await store.Prepare(upgrade: true, cancel);
            await Erasures.Reapply(store, erased, cancel);
        }
    }

    private string? WhyNot(string file, Manifest manifest)
    {
        if (manifest.Database != store.Whole.Kind)
        {
            return $"{file} is a backup of {manifest.Database}, and {(settings.Database is null ? "without DATABASE_URL" : "with DATABASE_URL")} lintel keeps its data in {store.Whole.Kind}";
        }

        var newer = manifest.Contents.Schema.Except(store.Whole.Known).FirstOrDefault();
        return newer is null ? null : $"{file} was made by a newer lintel, {manifest.Version} (it has {newer}); restore it with that one";
    }

    /// <summary>What would be lost, if anything.</summary>
    private async Task<string?> Occupied(CancellationToken cancel) =>
        await store.Whole.IsThere(cancel) ? $"there is a database already{(settings.Database is null ? $" at {settings.DatabaseFile}" : "")}"
        : DataFolder.Files(settings).FirstOrDefault() is { } file ? $"{settings.Data} is not empty (it has {file})"
        : null;

    private void PutFiles(Manifest manifest, string work)
    {
        foreach (var file in manifest.Files.Where(file => file.Name != Manifest.DatabaseName))
        {
            var path = Path.Combine(settings.Data, file.Name[Manifest.FolderName.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            LastingFile.Move(Path.Combine(work, file.Name), path);
        }
    }
}
