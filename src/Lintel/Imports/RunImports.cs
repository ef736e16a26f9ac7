using System.Threading.Channels;
using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Imports;

/// <summary>
/// Makes records of the rows of what is being imported, one row a transaction: others write in between, and after a restart, or beside another
/// process that does the same, every row is tried once.
/// </summary>
public sealed partial class RunImports(Store store, Agencies agencies, TimeProvider clock, ILogger<RunImports> log) : BackgroundService
{
    private const int AtOnce = 100;

    private const string RunningSql = "SELECT id FROM imports WHERE agency_id = @agency AND state = @running ORDER BY id";

    private const string RowsSql = "SELECT number, cells FROM import_rows WHERE agency_id = @agency AND import_id = @import AND number > @after ORDER BY number LIMIT @most";

    // For what another process took in, or this one before it stopped.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly System.Threading.Channels.Channel<bool> _wanted = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there is something to do.</summary>
    public void Wake() => _wanted.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Run(stoppingToken);
                await Task.WhenAny(_wanted.Reader.WaitToReadAsync(stoppingToken).AsTask(), Task.Delay(Look, clock, stoppingToken));
                _wanted.Reader.TryRead(out _);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The server stops; the next start goes on from the row after the last one.
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(log, failure);
                await Task.Delay(Look, clock, stoppingToken);
            }
        }
    }

    /// <summary>Runs all that is to be run, to its end.</summary>
    public async Task Run(CancellationToken cancel)
    {
        foreach (var agency in await agencies.All(cancel))
        {
            using var sql = store.Read(agency.Id);
            foreach (var id in await sql.List(RunningSql, row => row.Long(), cancel, ("running", ImportState.Running)))
            {
                await Run(id, agency, cancel);
            }
        }
    }

    private async Task Run(long id, Agency agency, CancellationToken cancel)
    {
        Import import;
        using (var db = store.Open(new Actor(agency, Actor.System)))
        {
            import = await db.Imports.AsNoTracking().FirstAsync(import => import.Id == id, cancel);
        }

        var actor = new Actor(agency, import.By);
        var reader = new ReadRow(import.Kind, import.Fields);
        for (var position = import.Position; position < import.Rows;)
        {
            List<(int Number, IReadOnlyList<string> Cells)> rows;
            using (var sql = store.Read(agency.Id))
            {
                rows = await sql.List(RowsSql, row => (row.Int(), row.Texts()), cancel, ("import", id), ("after", position), ("most", AtOnce));
            }

            if (rows.Count == 0)
            {
                return;
            }

            foreach (var (number, cells) in rows)
            {
                await Try(id, number, cells, reader, actor, cancel);
                position = number;
            }
        }
    }

    private async Task Try(long id, int number, IReadOnlyList<string> cells, ReadRow reader, Actor actor, CancellationToken cancel)
    {
        var outcome = await store.Write<bool>(
            actor,
            async db =>
            {
                var import = await db.Hold<Import>(id, cancel);
                if (import?.IsNext(number) != true)
                {
                    return false;
                }

                var saved = await reader.Save(cells, db, cancel);
                return saved.Refusal is { } refusal ? refusal : await Note(import, number, db, row => (row.RecordId, row.IsNew) = saved.Value, cancel);
            },
            cancel);
        if (outcome.Refusal is { } refused)
        {
            await store.Write<bool>(
                actor,
                async db => await db.Hold<Import>(id, cancel) is { } import && import.IsNext(number)
                    && await Note(import, number, db, row => row.Problem = ReadRow.Kept(refused), cancel),
                cancel);
        }
    }

    private static async Task<bool> Note(Import import, int number, LintelDb db, Action<ImportRow> what, CancellationToken cancel)
    {
        var row = await db.ImportRows.FirstAsync(row => row.ImportId == import.Id && row.Number == number, cancel);
        what(row);
        import.Advance(row, db.Now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Importing failed; it goes on in a minute")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
