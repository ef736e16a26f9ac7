using System.Threading.Channels;
using Lintel.Data;
using Lintel.Model;
using Channel = System.Threading.Channels.Channel;

namespace Lintel.Demo;

/// <summary>How much to make up, from which seed, for which agency.</summary>
public sealed record DemoRequest(long AgencyId, long Leads, int Agents, int Properties, long Seed);

/// <summary>
/// Makes up an agency: the same rows for the same seed, their times relative to now. Every figure on them is what the domain says it is; the
/// scores are those of now.
/// </summary>
public static class MakeDemo
{
    public const long MostLeads = 10_000_000;
    public const int MostAgents = 10_000;
    public const int MostProperties = 1_000_000;

    // Leads are made up on one core while they are written on the other.
    private const int Bunch = 250;
    private const int BunchesAhead = 8;
    private const int ProgressEvery = 100_000;

    /// <returns>Null when it is done, or why not.</returns>
    public static async Task<string?> Handle(DemoRequest request, Store store, TimeProvider clock, Action<string> progress, CancellationToken cancel)
    {
        var now = clock.Now();
        var (load, whyNot) = await store.Load(request.AgencyId, request.Leads, cancel);
        if (load is null)
        {
            return whyNot;
        }

        await using (load)
        {
            var rhythm = new Rhythm(load.Agency, request.Seed, now);
            var listings = new Listings();
            foreach (var property in listings.Make(request.Properties, load.FirstProperty, request.Seed, rhythm.From, now))
            {
                await load.Add(property, cancel);
            }

            var staff = Staff.Of(request.Agents, request.Leads, load.FirstAgent, request.Seed, load.Agency, rhythm.From, now).ToList();
            var setting = new Setting(load.Agency, request.Seed, now, listings, new Desk(staff));
            await Write(rhythm.Times(request.Leads), setting, load, progress, cancel);

            // Last, because they remember when they last got a lead.
            foreach (var member in staff)
            {
                await load.Add(member.Row, cancel);
            }

            await load.Complete(progress, cancel);
        }

        return null;
    }

    private static async Task Write(IEnumerable<DateTime> times, Setting setting, BulkLoad load, Action<string> progress, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var bunches = Channel.CreateBounded<List<Lead>>(BunchesAhead);
        var telling = Task.Run(() => Tell(times, setting, bunches.Writer, stop.Token), CancellationToken.None);
        try
        {
            var written = 0L;
            await foreach (var bunch in bunches.Reader.ReadAllAsync(cancel))
            {
                foreach (var lead in bunch)
                {
                    await load.Add(lead, cancel);
                }

                written += bunch.Count;
                if (written % ProgressEvery == 0)
                {
                    progress($"{written:#,0} leads");
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await telling;
        }
    }

    /// <summary>Makes the leads up, as far ahead of the writing as there is room. What goes wrong here is thrown where they are written.</summary>
    private static async Task Tell(IEnumerable<DateTime> times, Setting setting, ChannelWriter<List<Lead>> bunches, CancellationToken stop)
    {
        try
        {
            var which = 0L;
            foreach (var bunch in times.Chunk(Bunch))
            {
                await bunches.WriteAsync([.. bunch.Select(came => LeadStory.Tell(which++, came, setting))], stop);
            }

            bunches.Complete();
        }
        catch (Exception failure)
        {
            bunches.Complete(failure);
        }
    }
}
