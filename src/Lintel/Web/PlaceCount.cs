using Lintel.Data;
using Lintel.Model;

namespace Lintel.Web;

/// <summary>A figure that stands beside a place in the frame, told by the feature that the place is of: the frame knows none.</summary>
public interface IPlaceCount
{
    /// <summary>The key of the place.</summary>
    string Place { get; }

    ValueTask<long> Count(Actor actor, SqlReader sql, CancellationToken cancel);
}
