namespace Lintel.Model;

/// <summary>What the rows of an imported file become.</summary>
public enum ImportKind
{
    Leads,
    Listings,
}

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>The file is being taken in; one that stays so was not read to its end.</summary>
    Reading,

    /// <summary>Somebody says what its columns are.</summary>
    Mapping,

    /// <summary>Row after row becomes a record.</summary>
    Running,

    /// <summary>Every row was tried.</summary>
    Done,

    /// <summary>What it made was taken back.</summary>
    Undone,
}

/// <summary>A file of leads or listings on its way into the agency: kept with its rows, so that it goes on where it stood after a restart.</summary>
public sealed class Import : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public ImportKind Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>Who imports it, for the histories of what it makes.</summary>
    public required string By { get; init; }

    public DateTime CreatedAt { get; init; }

    public ImportState State { get; set; }

    /// <summary>The names in the file's first row.</summary>
    public List<string> Columns { get; init; } = [];

    /// <summary>What each column is, as the API calls it; empty for one that is left out.</summary>
    public List<string> Fields { get; set; } = [];

    public int Rows { get; init; }

    /// <summary>The number of the last row that was tried; its row and this change in one transaction, so that none is tried twice.</summary>
    public int Position { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Refused { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>Whether this row is the next.</summary>
    public bool IsNext(int number) => State == ImportState.Running && number == Position + 1;

    /// <summary>Takes down what became of the next row.</summary>
    public void Advance(ImportRow row, DateTime now)
    {
        Position = row.Number;
        _ = row.Problem is not null ? ++Refused : row.IsNew ? ++Added : ++Changed;
        if (Position == Rows)
        {
            (State, FinishedAt) = (ImportState.Done, now);
        }
    }
}

/// <summary>One row of an imported file.</summary>
public sealed class ImportRow
{
    public long AgencyId { get; init; }

    public long ImportId { get; init; }

    /// <summary>From 1; the row of names is not one.</summary>
    public int Number { get; init; }

    public List<string> Cells { get; init; } = [];

    /// <summary>Why it became nothing: fields with what is wrong with them, as JSON.</summary>
    public string? Problem { get; set; }

    /// <summary>The lead or the listing that it became.</summary>
    public long? RecordId { get; set; }

    /// <summary>Whether that was not there before.</summary>
    public bool IsNew { get; set; }
}
