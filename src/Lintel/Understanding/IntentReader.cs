namespace Lintel.Understanding;

/// <summary>Rent, buy, sell or let: from the words, else from the size of the figure. Owners sell and let; "is it for sale?" is a buyer.</summary>
internal static class IntentReader
{
    private const decimal RentBelow = 500_000;
    private const decimal PriceAbove = 1_000_000;

    internal static void Read(Message message, Draft draft, List<Amount> amounts)
    {
        var (rent, buy, sell, let, list) = (-1, -1, -1, -1, -1);
        var owner = message.CountOf(Concept.Owner) > 0;
        var own = owner || message.CountOf(Concept.Own) > 0;
        for (var i = 0; i < message.Count; i++)
        {
            var token = message[i];
            if (token.Is(Concept.LetOut) || token.Is(Concept.ForRent))
            {
                var lets = token.Is(Concept.LetOut) ? own || SaysMine(message, i) || !IsAskedFor(message, i) : own || HasOne(message, i);
                (let, rent) = lets ? (First(let, i), rent) : (let, First(rent, i));
            }
            else if (token.Is(Concept.Sell) || token.Is(Concept.ForSale))
            {
                var sells = token.Is(Concept.Sell) ? own || SaysMine(message, i) || !IsAskedFor(message, i) : own || HasOne(message, i);
                (sell, buy) = sells ? (First(sell, i), buy) : (sell, First(buy, i));
            }
            else if (token.Is(Concept.ListIt) && (own || !IsAskedFor(message, i)))
            {
                list = First(list, i);
            }
            else
            {
                rent = token.Is(Concept.Rent) && !token.Is(Concept.Renting) ? First(rent, i) : rent;
                buy = token.Is(Concept.Buy) ? First(buy, i) : buy;
            }
        }

        var size = SizeOf(amounts, out var amount);
        if (let < 0 && sell < 0 && (list >= 0 || (owner && buy < 0)))
        {
            var forTenant = rent >= 0 || size == MessageIntent.Rent;
            let = forTenant ? Math.Max(list, rent) : -1;
            sell = !forTenant && (list >= 0 || size == MessageIntent.Buy) ? Math.Max(list, 0) : -1;
        }

        // Serviced apartments are let, never sold.
        if (rent < 0 && buy < 0 && size is null && draft.PropertyType == PropertyTypeReader.ServicedApartment)
        {
            rent = PropertyTypeReader.FirstServiced(message);
        }

        Decide(draft, size, amount, rent, buy, sell, let);
    }

    private static int First(int known, int found) => known < 0 ? found : known;

    private static void Decide(Draft draft, MessageIntent? size, Amount amount, int rent, int buy, int sell, int let)
    {
        if (let >= 0 || sell >= 0)
        {
            if (let < 0 || sell < 0)
            {
                Set(draft, let >= 0 ? MessageIntent.Let : MessageIntent.Sell, Math.Max(let, sell), Math.Max(let, sell));
            }

            return;
        }

        if ((rent >= 0) != (buy >= 0))
        {
            Set(draft, rent >= 0 ? MessageIntent.Rent : MessageIntent.Buy, Math.Max(rent, buy), Math.Max(rent, buy));
        }
        else if (size is not null)
        {
            Set(draft, size.Value, amount.First, amount.Last);
        }
    }

    private static void Set(Draft draft, MessageIntent intent, int first, int last)
    {
        draft.Intent = intent;
        draft.Note("intent", first, last);
    }

    private static MessageIntent? SizeOf(List<Amount> amounts, out Amount amount)
    {
        amount = default;
        foreach (var candidate in amounts)
        {
            if (amount == default || candidate.Weight > amount.Weight)
            {
                amount = candidate;
            }
        }

        return amount == default ? null : amount.Monthly
            || amount.High < RentBelow ? MessageIntent.Rent : amount.High > PriceAbove ? MessageIntent.Buy : null;
    }

    // 你哋放租嗰個單位: theirs, not the writer's. "Can you help me sell": the writer's.
    private static bool IsAskedFor(Message message, int i)
    {
        for (int back = i - 1, steps = 0; steps < 7 && !message.EndsClause(back); back--, steps++)
        {
            if (IsWill(message, back))
            {
                return false;
            }

            if (message.Is(back, Concept.Asked))
            {
                return true;
            }
        }

        return message.Is(i + 1, Concept.Asked) && Lexer.IsHan(message.Text[message[i].Start]) || message.Says(i + 1, "嘅")
            || message.Says(i + 1, "的");
    }

    // "rent out my", "valuation of our", 放我.
    private static bool SaysMine(Message message, int i) =>
        message.Words(i).EndsWith("my") || message.Words(i).EndsWith("our") || message.Words(i).EndsWith("我") || message.Says(i + 1, "my")
            || message.Says(i + 1, "our");

    // "I have a flat for rent", 有單位出租 — but not "do you have".
    private static bool HasOne(Message message, int i)
    {
        // 出租：… opens an owner's notice.
        if (i == 0 && Lexer.IsHan(message.Text[message[i].Start]) && !message.Is(1, Concept.Asked))
        {
            return true;
        }

        for (int back = i - 1, steps = 0; steps < 10 && !message.EndsSentence(back); back--, steps++)
        {
            if (message.Is(back, Concept.Asked))
            {
                return false;
            }

            if (message.Says(back, "have") || message.Says(back, "got") || message.Says(back, "i've") || IsWill(message, back))
            {
                return !message.Says(back, "looking") && !message.Says(back, "搵") && !message.Is(back - 1, Concept.Asked) && !Seeks(message, back, i);
            }
        }

        return false;
    }

    private static bool Seeks(Message message, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (message.Says(i, "搵") || message.Says(i, "find") || message.Says(i, "looking") || message.Says(i, "see")
                || message.Is(i, Concept.View) || message.Says(i, "know"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWill(Message message, int i) =>
        message.Says(i, "help") || message.Says(i, "want") || message.Says(i, "想") || message.Says(i, "幫") || message.Says(i, "打算")
            || message.Says(i, "plan") || message.Says(i, "planning")
            || message.Says(i, "我");
}
