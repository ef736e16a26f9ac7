namespace Lintel.Understanding;

/// <summary>Chooses the budget among the amounts: one figure is a maximum, a range fills both, "around" is a band of ± 10 %.</summary>
internal static class BudgetReader
{
    internal static List<Amount> Read(Message message, Draft draft)
    {
        var amounts = AmountReader.Read(message, draft);
        var heaviest = 0;
        foreach (var amount in amounts)
        {
            heaviest = Math.Max(heaviest, amount.Weight);
        }

        if (heaviest == 0)
        {
            return amounts;
        }

        var main = amounts.Find(a => a.Weight == heaviest);
        var most = Explicit(amounts, main, Bound.AtMost);
        var least = Explicit(amounts, main, Bound.AtLeast);
        if (main.Bound == Bound.Range)
        {
            Fill(draft, main.Low, main, main.High, main);
        }
        else if (most is null && least is null && main.Bound == Bound.Around)
        {
            Fill(draft, main.Low * 0.9m, main, main.High * 1.1m, main);
        }
        else if (least is not null)
        {
            Fill(draft, least.Value.Low, least.Value, most is { } top && top.High >= least.Value.Low ? top.High : null, most ?? main);
        }
        else
        {
            Fill(draft, null, main, (most ?? main).High, most ?? main);
        }

        return amounts;
    }

    // "at least 20k, 25k at most" is one budget in two figures, when both are rents or both are prices.
    private static Amount? Explicit(List<Amount> amounts, Amount main, Bound bound)
    {
        foreach (var amount in amounts)
        {
            if (amount.Bound == bound && amount.Weight > 0 && amount.High < main.High * 10 && main.High < amount.High * 10)
            {
                return amount;
            }
        }

        return null;
    }

    private static void Fill(Draft draft, decimal? low, Amount lowSource, decimal? high, Amount highSource)
    {
        if (low is { } least)
        {
            draft.BudgetMin = (long)decimal.Round(least);
            draft.Note("budget_min", lowSource.First, lowSource.Last);
        }

        if (high is { } most)
        {
            draft.BudgetMax = (long)decimal.Round(most);
            draft.Note("budget_max", highSource.First, highSource.Last);
        }
    }
}
