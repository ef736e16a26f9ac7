using Lintel.Data;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Data;

public sealed class StoreTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    private static readonly Actor Somebody = new(
        new Agency { Id = Agency.DefaultId, Name = "", TimeZone = "Asia/Hong_Kong", Currency = "HKD", Region = "HK" }, "test");

    [Fact]
    public async Task A_unit_that_is_refused_or_fails_leaves_nothing_and_its_neighbours_stay()
    {
        var before = await Agents();

        var done = await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            try
            {
                return (await Write(db => Work(db, $"neighbour-{i}", i % 3))).Refusal is null;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }));

        Assert.Equal(10, done.Count(one => one));
        Assert.Equal(before + 10, await Agents());
    }

    private Task<Outcome<bool>> Write(Func<LintelDb, Task<Outcome<bool>>> work) =>
        lintel.Store.Write(Somebody, work, TestContext.Current.CancellationToken);

    /// <summary>Adds an agent, and then succeeds, refuses or fails.</summary>
    private static async Task<Outcome<bool>> Work(LintelDb db, string name, int end)
    {
        db.Agents.Add(new Agent { AgencyId = db.AgencyId, Name = name, Email = $"{name}@example.com", CreatedAt = db.Now });
        await db.SaveChangesAsync();
        return end switch
        {
            0 => true,
            1 => Refusal.Conflict("not this one"),
            _ => throw new InvalidOperationException("nor this one"),
        };
    }

    private async Task<int> Agents() => (await lintel.Http.GetJson("/agents"))["agents"].AsArray().Count;
}
