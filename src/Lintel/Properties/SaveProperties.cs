using System.Text.Json;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Properties;

/// <summary>What a scraper found in one run.</summary>
public sealed record SavePropertiesRequest
{
    /// <summary>The listings, each as in `POST /properties`.</summary>
    [Objects<PropertyRequest>(SaveProperties.Most, Required = true)]
    public Field<JsonElement?> Properties { get; init; }
}

/// <summary>What became of one listing of many.</summary>
public enum SavedAs
{
    Created,
    Updated,
    Unchanged,
    Rejected,
}

/// <summary>What became of one listing.</summary>
/// <param name="Index">Its place in the call, from 0.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Id">The property's id; null when it was rejected.</param>
/// <param name="Errors">What is wrong with it, by field; null when nothing is.</param>
public sealed record SavedProperty(int Index, SavedAs Status, long? Id, IReadOnlyDictionary<string, string[]>? Errors);

/// <summary>How many listings came to what.</summary>
public sealed record SavedCounts(int Created, int Updated, int Unchanged, int Rejected);

/// <summary>What became of each listing, in the order sent.</summary>
public sealed record SavePropertiesAnswer(IReadOnlyList<SavedProperty> Results, SavedCounts Counts)
{
    public bool Success => true;
}

public static class SaveProperties
{
    public const int Most = 1_000;

    public const long LargestBody = 10_000_000;

    private const string ListField = "properties";

    /// <summary>
    /// Creates and updates up to 1,000 listings in one call of up to 10 MB, each as `POST /properties` would, and reports on each. One that is
    /// rejected stops none of the others; the same listing twice is taken in the order sent.
    /// </summary>
    public static Task<Results<Ok<SavePropertiesAnswer>, ProblemHttpResult>> Post(SavePropertiesRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(request, db, cancel), TypedResults.Ok);

    public static async Task<Outcome<SavePropertiesAnswer>> Handle(SavePropertiesRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var sent = List(request.Properties, check);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var entries = sent.ConvertAll(json => Entry.Read(json, db.Agency));
        var known = await Known(entries.Select(entry => entry.Fields?.Key), db, cancel);
        foreach (var entry in entries)
        {
            Save(entry, known, db);
        }

        await db.SaveChangesAsync(cancel);
        return new SavePropertiesAnswer(
            [.. entries.Select((entry, index) => new SavedProperty(index, entry.Status, entry.Property?.Id, entry.Property is null ? entry.Check.Refusal.Errors : null))],
            new(Count(SavedAs.Created), Count(SavedAs.Updated), Count(SavedAs.Unchanged), Count(SavedAs.Rejected)));

        int Count(SavedAs status) => entries.Count(entry => entry.Status == status);
    }

    private static List<JsonElement> List(Field<JsonElement?> sent, Check check)
    {
        if (sent.Value is not { } json)
        {
            check.Error(ListField, "is required");
        }
        else if (json.ValueKind != JsonValueKind.Array)
        {
            check.Error(ListField, "must be a list of listings");
        }
        else if (json.GetArrayLength() > Most)
        {
            check.Error(ListField, $"must have at most {Most} items");
        }
        else
        {
            return [.. json.EnumerateArray()];
        }

        return [];
    }

    /// <summary>The listings among these that are there already, in one query for each source.</summary>
    private static async Task<Dictionary<SourceKey, Property>> Known(IEnumerable<SourceKey?> keys, LintelDb db, CancellationToken cancel)
    {
        var known = new Dictionary<SourceKey, Property>();
        foreach (var source in keys.OfType<SourceKey>().Distinct().GroupBy(key => key.Source, key => key.Id))
        {
            var ids = source.ToArray();
            foreach (var property in await db.Properties.Where(p => p.Source == source.Key && ids.Contains(p.SourceId!)).ToListAsync(cancel))
            {
                known.Add(new(property.Source!, property.SourceId!), property);
            }
        }

        return known;
    }

    private static void Save(Entry entry, Dictionary<SourceKey, Property> known, LintelDb db)
    {
        if (entry.Fields is not { } fields)
        {
            return;
        }

        Property? before = null;
        var isKnown = fields.Key is { } named && known.TryGetValue(named, out before);
        fields.CheckWhole(isKnown, entry.Check);
        if (entry.Check.Failed)
        {
            return;
        }

        var property = entry.Property = before ?? SaveProperty.New(db);
        var changed = fields.ApplyTo(property);
        entry.Status = !isKnown ? SavedAs.Created : changed ? SavedAs.Updated : SavedAs.Unchanged;
        if (entry.Status != SavedAs.Unchanged)
        {
            property.Touch(db.Now);
        }

        if (fields.Key is { } key)
        {
            known[key] = property;
        }
    }

    /// <summary>One listing of the call on its way in; rejected until it is saved.</summary>
    private sealed class Entry(Check check, PropertyFields? fields)
    {
        private const string Whole = "property";

        public Check Check { get; } = check;

        /// <summary>Null when it is no listing at all.</summary>
        public PropertyFields? Fields { get; } = fields;

        public SavedAs Status { get; set; } = SavedAs.Rejected;

        public Property? Property { get; set; }

        public static Entry Read(JsonElement json, Agency agency)
        {
            var check = new Check(agency);
            if (json.ValueKind != JsonValueKind.Object)
            {
                check.Error(Whole, "must be an object");
                return new(check, null);
            }

            try
            {
                return new(check, PropertyFields.Read(json.Deserialize<PropertyRequest>(WireJson.Options)!, check, agency));
            }
            catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
            {
                check.Error(Whole, "cannot be read: a key is there twice, or is no valid Unicode");
                return new(check, null);
            }
        }
    }
}
