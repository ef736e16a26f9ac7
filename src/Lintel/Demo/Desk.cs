using Lintel.Assignment;

namespace Lintel.Demo;

/// <summary>
/// Deals the leads out as <see cref="AgentChoice"/> says, while time goes by: an agent's room is taken from the moment a lead comes until it
/// is closed for good, so that nobody ever holds more than they may.
/// </summary>
public sealed class Desk
{
    // How many beside those who know the place are looked at; the best of hundreds is nearly always among those who do.
    private const int Others = 4;

    private static readonly TimeSpan LastDaysWithoutNew = TimeSpan.FromDays(7);

    private readonly Member[] _members;
    private readonly Candidate[] _candidates;
    private readonly Dictionary<string, int[]> _knowing;
    private readonly PriorityQueue<(int Agent, bool Converted), DateTime> _closing = new();
    private readonly List<Candidate> _considered = [];
    private readonly int[] _lastConsidered;
    private int _choice;
    private int _turn;

    public Desk(IEnumerable<Member> members)
    {
        _members = [.. members];
        _lastConsidered = new int[_members.Length];
        _candidates = [.. _members.Select(member => new Candidate(
            member.Id,
            member.Row.Name,
            member.Row.SpecializationAreas.ToHashSet(StringComparer.OrdinalIgnoreCase),
            member.Row.SpecializationTypes,
            member.Row.Languages,
            0,
            member.Row.MaxLeads,
            0,
            0,
            null))];
        _knowing = City.Neighbourhoods.ToDictionary(
            place => place.Name.English,
            place => Enumerable.Range(0, _members.Length).Where(i => _members[i].Patch.Contains(place)).ToArray());
    }

    /// <summary>Chooses who gets a lead that comes now, and takes the place; null when nobody has room.</summary>
    public (Member Member, string Reason)? Assign(Wish wish, DateTime at)
    {
        while (_closing.TryPeek(out var closed, out var time) && time <= at)
        {
            _closing.Dequeue();
            var before = _candidates[closed.Agent];
            _candidates[closed.Agent] = before with { OpenLeads = before.OpenLeads - 1, ConvertedLeads = before.ConvertedLeads + (closed.Converted ? 1 : 0) };
        }

        return Choose(wish, at, at);
    }

    /// <summary>Chooses who takes a lead over later on; the place is kept from now.</summary>
    public (Member Member, string Reason)? TakeOver(Wish wish, DateTime now, DateTime at) => Choose(wish, now, at);

    /// <summary>Says when an agent's place becomes free again.</summary>
    public void Free(Member member, DateTime at, bool converted) => _closing.Enqueue((Which(member.Id), converted), at);

    private (Member Member, string Reason)? Choose(Wish wish, DateTime now, DateTime at)
    {
        _considered.Clear();
        _choice++;
        foreach (var area in wish.Areas)
        {
            if (_knowing.TryGetValue(area, out var knowing))
            {
                foreach (var i in knowing)
                {
                    Consider(i, at);
                }
            }
        }

        for (var others = 0; others < _members.Length && (others < Others || _considered.Count == 0); others++)
        {
            Consider(_turn = (_turn + 1) % _members.Length, at);
        }

        if (AgentChoice.Best(wish, _considered) is not { } choice)
        {
            return null;
        }

        var which = Which(choice.Agent.Id);
        var chosen = _candidates[which];
        _candidates[which] = chosen with { OpenLeads = chosen.OpenLeads + 1, TotalLeads = chosen.TotalLeads + 1, LastAssignedAt = now };
        var row = _members[which].Row;
        row.LastAssignedAt = row.LastAssignedAt > at ? row.LastAssignedAt : at;
        return (_members[which], choice.Reason);
    }

    private void Consider(int which, DateTime at)
    {
        var (member, candidate) = (_members[which], _candidates[which]);
        var isThere = member.From <= at && !(member.Until - LastDaysWithoutNew < at);
        if (isThere && candidate.OpenLeads < candidate.MaxLeads && _lastConsidered[which] != _choice)
        {
            _lastConsidered[which] = _choice;
            _considered.Add(candidate);
        }
    }

    private int Which(long agentId) => (int)(agentId - _members[0].Id);
}
