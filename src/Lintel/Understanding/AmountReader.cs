namespace Lintel.Understanding;

/// <summary>Finds the figures that are money, and what the words around each make of it.</summary>
internal static class AmountReader
{
    private const decimal Least = 1_000;
    private const decimal Most = 100_000_000_000;
    private const decimal LeastUnmarked = 3_000;
    private const decimal LeastPrice = 1_000_000;

    private static readonly UInt128 Counted = Of(Concept.Size) | Of(Concept.Year) | Of(Concept.MonthUnit) | Of(Concept.WeekUnit)
        | Of(Concept.DayUnit) | Of(Concept.Minute)
        | Of(Concept.Hour) | Of(Concept.Floor) | Of(Concept.Building) | Of(Concept.Door) | Of(Concept.Person) | Of(Concept.Things)
        | Of(Concept.Percent) | Of(Concept.Bedroom)
        | Of(Concept.Bathroom) | Of(Concept.LivingRoom) | Of(Concept.OtherRoom) | Of(Concept.PerFoot) | Of(Concept.DaySuffix)
        | Of(Concept.MonthSuffix) | Of(Concept.Month);

    private static readonly UInt128 Numbered = Of(Concept.Floor) | Of(Concept.Building) | Of(Concept.Door) | Of(Concept.PerFoot)
        | Of(Concept.ForeignMoney) | Of(Concept.Month)
        | Of(Concept.Reference);

    internal static readonly UInt128 MoneyWords = Of(Concept.Budget) | Of(Concept.Rent) | Of(Concept.Buy) | Of(Concept.Sell) | Of(Concept.LetOut)
        | Of(Concept.ForRent) | Of(Concept.ForSale)
        | Of(Concept.PerMonth) | Of(Concept.ListIt);

    internal static List<Amount> Read(Message message, Draft draft)
    {
        var amounts = new List<Amount>();
        for (var i = 0; i < message.Count; i++)
        {
            if (!message.IsKind(i, TokenKind.Number))
            {
                continue;
            }

            var last = RangeEnd(message, i);
            if (!IsSomethingElse(message, i, last) && TryAmount(message, draft, i, last, out var amount))
            {
                amounts.Add(amount);
            }

            i = last;
        }

        return amounts;
    }

    internal static UInt128 Of(Concept concept) => Meaning.Bit(concept);

    // 18-20k, 3萬至3萬5, "between 20k and 25k", "20k to max 25k".
    private static int RangeEnd(Message message, int i)
    {
        var joint = i + 1;
        joint += message.Is(joint, Concept.PerMonth) && !message.Is(joint, Concept.Hour) ? 1 : 0;
        var isJoint = message.Is(joint, Concept.To) || message.IsMark(joint, '-') || message.IsMark(joint, '~')
            || (message.Is(joint, Concept.And) && (message.Is(i - 1, Concept.Between) || message.Is(i - 2, Concept.Between)))
            || (message.Is(joint, Concept.Or) && message[joint + 1].Figure.Scale > 1 && message[i].Figure.Scale > 1);
        if (!isJoint)
        {
            return i;
        }

        var end = joint + 1;
        end += message.Is(end, Concept.AtMost) || message.IsMark(end, '-') || message.Is(end, Concept.Around) ? 1 : 0;
        return message.IsKind(end, TokenKind.Number) && !message[end].Figure.Ordinal ? end : i;
    }

    private static bool IsSomethingElse(Message message, int i, int last)
    {
        var figure = message[i].Figure;
        var next = message[last + 1];
        var isLarge = message[last].Figure.Scale > 1 || message[last].Figure.Value >= Least;
        var isMonthly = isLarge && next.Is(Concept.PerMonth);
        var counted = next.IsAny(Counted) && !isMonthly && !(isLarge && next.Is(Concept.Hour) && next.Is(Concept.PerMonth)) && !(isLarge
            && next.Is(Concept.Month) && !message.Touch(last));
        var numbered = message[i - 1].IsAny(Numbered) && !(message.Is(i - 1, Concept.Floor) && figure.Scale > 1);
        var metres = figure.Scale == 1_000_000 && message[last].Figure.Scale == 1_000_000
            && char.IsLower(message.Text.OriginalAt(Math.Max(0, message[last].End - 1)))
            && message.Text[message[last].End - 1] == 'm' && (message.Says(last + 1, "walk") || message.Says(last + 1, "away")
            || message.Is(last + 1, Concept.From) || message.Is(last + 1, Concept.To)
            || message.Is(last + 1, Concept.In));
        return figure.Ordinal || counted || numbered || metres || message.Is(last + 1, Concept.ForeignMoney)
            || message.IsMark(last + 1, '%') || (message.IsMark(i - 1, '#') && message.Touch(i - 1))
            || message.IsMark(i - 1, '£') || message.IsMark(i - 1, '€') || message.IsMark(i - 1, '¥');
    }

    private static bool TryAmount(Message message, Draft draft, int i, int last, out Amount amount)
    {
        var (low, high) = Ends(message[i].Figure, message[last].Figure);
        var weight = Weigh(message, draft, i, last, low, high);
        var (bound, first, end) = BoundReader.Read(message, i, last);
        if (low < high)
        {
            bound = Bound.Range;
        }

        var monthly = message.Is(last + 1, Concept.PerMonth) || message.Is(i - 1, Concept.PerMonth);
        amount = new Amount(first, end, low, high) { Bound = bound, Weight = Math.Max(weight, 0), Monthly = monthly };
        return weight >= 0 && low >= Least && high <= Most && low <= high;
    }

    // A magnitude said once counts for both ends: 18-20k, 600-700萬, 兩至三萬, 5-8百萬.
    private static (decimal Low, decimal High) Ends(Figure first, Figure last)
    {
        var (low, high) = (first.Value, last.Value);
        if (first == last)
        {
            return (low, last.High > 0 ? last.High : high);
        }

        if (first.Scale == 1 && last.Scale > 1 && !first.Grouped && low < 10_000 && low * 10 <= high)
        {
            low *= last.Scale;
            while (low > 0 && low * 10 <= high)
            {
                low *= 10;
            }
        }
        else if (last.Scale == 1 && first.Scale > 1 && high < 1_000)
        {
            high *= first.Scale;
        }

        return (low, high);
    }

    // -1: no money; 0: money, not the writer's budget; then the surer the higher.
    private static int Weigh(Message message, Draft draft, int i, int last, decimal low, decimal high)
    {
        var marked = message[i].Figure.Currency || message[last].Figure.Currency || message[last].Figure.Scale > 1;
        var context = WordBefore(message, draft, i);
        var after = message[last + 1];
        if (context == Before.Fee || (IsFee(message, draft, last + 1) && context != Before.Budget) || (after.Is(Concept.NotBudget)
            && context != Before.Budget && !IsPriceInCash(message, last + 1, high)))
        {
            return -1;
        }

        if (context == Before.Listed || message[i].Figure.Vague || message[last].Figure.Vague)
        {
            return 0;
        }

        var named = context == Before.Budget || after.Is(Concept.Budget) || after.Is(Concept.PerMonth);
        if (named || context == Before.Money)
        {
            return (named ? 4 : 3) - (marked || high >= LeastUnmarked ? 0 : IsYear(low) ? 9 : 1);
        }

        return marked ? 2 : IsPlainMoney(message[i].Figure, low, high, draft.PropertyType == "car_park" ? Least : LeastUnmarked) ? 1 : -1;
    }

    // "Got 8.8m cash" buys a flat; "800k cash", or "3m cash for the down payment", does not.
    private static bool IsPriceInCash(Message message, int cash, decimal high)
    {
        var isPrice = high >= LeastPrice && (message.Says(cash, "cash") || message.Says(cash, "現金"));
        for (var i = cash + 1; isPrice && !message.EndsClause(i); i++)
        {
            isPrice = !message.Is(i, Concept.NotBudget);
        }

        return isPrice;
    }

    private static bool IsYear(decimal value) => value is >= 1_950 and <= 2_100;

    // "TST 1br 18000": round, and of the size of a rent or a price.
    private static bool IsPlainMoney(Figure figure, decimal low, decimal high, decimal least) =>
        !figure.Chinese && ((low >= least && high < 1_000_000 && low % 100 == 0 && high % 100 == 0) || (low >= 1_000_000
            && low % 10_000 == 0));

    private enum Before
    {
        Nothing,
        Money,
        Budget,
        Fee,
        Listed,
    }

    private static Before WordBefore(Message message, Draft draft, int i)
    {
        for (int back = i - 1, steps = 0; steps < 9; back--, steps++)
        {
            var token = message[back];
            if (token.Kind is TokenKind.Nothing or TokenKind.Break || message.IsMark(back, ','))
            {
                break;
            }

            if (token.Is(Concept.Listed) && !token.Is(Concept.AtMost))
            {
                return Before.Listed;
            }

            if (steps > 5)
            {
                continue;
            }

            if (token.Is(Concept.NotBudget) || (IsFee(message, draft, back) && !message.Is(back - 1, Concept.Inclusive)
                && !message.Is(back - 1, Concept.Feature)))
            {
                return Before.Fee;
            }

            if (token.Is(Concept.Budget))
            {
                return Before.Budget;
            }

            if (token.IsAny(MoneyWords))
            {
                return Before.Money;
            }

            if (token.Kind == TokenKind.Number && !message.Is(back + 1, Concept.Bedroom))
            {
                break;
            }
        }

        return Before.Nothing;
    }

    // For who wants a parking space, "parking" is no fee.
    private static bool IsFee(Message message, Draft draft, int i) =>
        message.Is(i, Concept.Fee) && !(draft.PropertyType == "car_park" && message.Is(i, Concept.Type)) && !(message.Is(i, Concept.NotBudget)
            && message.Is(i, Concept.Rent));
}
