using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Leads;

/// <summary>A score and what it is made of; the points add up to it.</summary>
public sealed record ScoreAnswer(int Score, IReadOnlyList<ScoreFactor> Factors)
{
    public bool Success => true;
}

public static class GetLeadScore
{
    /// <summary>Explains a lead's score. Rule by rule, as of now.</summary>
    public static async Task<Results<Ok<ScoreAnswer>, ProblemHttpResult>> Get(long id, LintelDb db, CancellationToken cancel)
    {
        return await Of(id, db, cancel) is { } score ? TypedResults.Ok(score) : Problems.Of(Refusal.NotFound("Lead", id));
    }

    /// <summary>The score of a lead as of now; null when there is none.</summary>
    public static async ValueTask<ScoreAnswer?> Of(long id, LintelDb db, CancellationToken cancel)
    {
        if (await db.Leads.AsNoTracking().FirstOrDefaultAsync(lead => lead.Id == id, cancel) is not { } lead)
        {
            return null;
        }

        var factors = LeadScore.Explain(lead, db.Now);
        return new ScoreAnswer(factors.Sum(factor => factor.Points), factors);
    }
}
