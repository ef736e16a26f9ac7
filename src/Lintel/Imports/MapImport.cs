using Lintel.Data;
using Lintel.Model;

namespace Lintel.Imports;

/// <summary>Says what the columns of a file are, and, when they are all told, has its rows made into records.</summary>
public static class MapImport
{
    /// <param name="id">The import, whose columns wait to be named.</param>
    /// <param name="fields">What each column is; empty for one that is left out.</param>
    /// <param name="isToRun">Whether the rows are to be made into records now.</param>
    /// <param name="db">The unit of work.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    public static async Task<Outcome<Import>> Handle(long id, IReadOnlyList<string> fields, bool isToRun, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Import>(id, cancel) is not { } import)
        {
            return Refusal.NotFound("Import", id);
        }

        if (import.State != ImportState.Mapping)
        {
            return Refusal.Conflict("It is being imported already.");
        }

        var known = ImportField.Of(import.Kind).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var named = fields.Where(field => field.Length > 0).ToList();
        if (fields.Count != import.Columns.Count || named.Exists(field => !known.Contains(field)))
        {
            return Refusal.Invalid("field", "must be what the columns are, one for each");
        }

        if (named.Count == 0)
        {
            return Refusal.Invalid("field", "must name at least one column");
        }

        if (named.Count != named.Distinct(StringComparer.Ordinal).Count())
        {
            return Refusal.Invalid("field", "must not name one thing twice");
        }

        import.Fields = [.. fields];
        import.State = isToRun ? ImportState.Running : ImportState.Mapping;
        await db.SaveChangesAsync(cancel);
        return import;
    }
}
