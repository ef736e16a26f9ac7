using Lintel.Assignment;
using Lintel.Data;

namespace Lintel.Agents;

/// <summary>Says who would get what, and why, were the leads that wait assigned now. Nothing is changed, and nobody kept waiting.</summary>
public static class PreviewAutoAssign
{
    public static ValueTask<AutoAssignAnswer> Of(LintelDb db, Remembered remembered, CancellationToken cancel) =>
        remembered.Get(nameof(PreviewAutoAssign), () => Ask(db, cancel), cancel);

    private static async ValueTask<AutoAssignAnswer> Ask(LintelDb db, CancellationToken cancel)
    {
        var agents = await Candidates.WithRoom(db.Sql, cancel);
        var planned = new List<AutoAssignment>();
        while (agents.Count > 0 && await AutoAssign.Look(planned.Count, db.Sql, cancel) is { Count: > 0 } leads)
        {
            planned.AddRange(await AutoAssign.Decide(leads, agents, db, cancel));
        }

        var left = await AutoAssign.CountWaiting(db.Sql, cancel) - planned.Count;
        return new AutoAssignAnswer(planned.Count, AutoAssign.Sentence(planned.Count, left, "would be assigned"), planned, DryRun: true);
    }
}
