using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Understanding;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Inquiries;

/// <summary>A message to be understood.</summary>
public sealed record UnderstandMessageRequest
{
    [Text(LeadFields.LongestMessage, Required = true)]
    public Field<string> Message { get; init; }

    /// <summary>When it was received: "next month" is counted from there, in the agency's time zone. Now, when it is left out.</summary>
    [Time]
    public Field<string> ReceivedAt { get; init; }
}

/// <summary>What a message says.</summary>
public sealed record UnderstandMessageAnswer(Understood Understanding)
{
    public bool Success => true;
}

public static class UnderstandMessage
{
    /// <summary>
    /// Understands a message. Shows what it says about the property wanted and the person, with the words that say so, as an inquiry with this
    /// message would be understood; nothing is stored. What is not said is null, an empty list or false.
    /// </summary>
    public static async Task<Results<Ok<UnderstandMessageAnswer>, ProblemHttpResult>> Post(
        UnderstandMessageRequest request, Caller caller, TimeProvider clock, Gazetteers gazetteers, Reading sql, CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var message = check.Text("message", request.Message, LeadFields.LongestMessage);
        check.Required("message", message);
        var receivedAt = check.Time("received_at", request.ReceivedAt).Value ?? clock.GetUtcNow().UtcDateTime;
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        var gazetteer = await gazetteers.Of(caller.Agency, sql, cancel);
        return TypedResults.Ok(new UnderstandMessageAnswer(MessageUnderstanding.Of(message.Value!, caller.Agency.DayOf(receivedAt), gazetteer)));
    }
}
