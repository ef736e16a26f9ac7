namespace Lintel.Understanding;

/// <summary>
/// The kind of property wanted. A specific word beats a general one ("studio flat", 工廈單位), a home beats a feature of it ("with car park").
/// </summary>
internal static class PropertyTypeReader
{
    internal const string ServicedApartment = "serviced_apartment";
    internal const string Office = "office";

    private static readonly string[] Slugs =
        ["apartment", "house", "village_house", "studio", "villa", ServicedApartment, Office, "shop", "industrial", "car_park", "land"];

    private const int Apartment = 0;
    private const int Studio = 3;
    private const int FirstNonResidential = 6;
    private const int CarPark = 9;

    internal static void Read(Message message, Draft draft)
    {
        var (best, at) = (-1, -1);
        for (var i = 0; i < message.Count; i++)
        {
            var type = TypeAt(message, i);
            if (type >= 0 && !(type == CarPark && draft.Bedrooms is not null && !IsWhatItIs(message, i)) && Beats(message, type, best, at, i))
            {
                (best, at) = (type, i);
            }
        }

        if (best >= 0)
        {
            draft.PropertyType = Slugs[best];
            draft.Note("property_type", at, at);
        }
    }

    internal static int FirstServiced(Message message)
    {
        var i = 0;
        while (i < message.Count && !(message.Is(i, Concept.Type) && Slugs[message[i].Meaning.Number] == ServicedApartment))
        {
            i++;
        }

        return i < message.Count ? i : -1;
    }

    private static int TypeAt(Message message, int i)
    {
        var token = message[i];
        if (!token.Is(Concept.Type) && !token.Is(Concept.Studio))
        {
            return -1;
        }

        var type = token.Is(Concept.Studio) ? Studio : token.Meaning.Number;
        if (message.Says(i, "unit") && message[i + 1].Kind is TokenKind.Number or TokenKind.Code)
        {
            return -1;
        }

        if (message.IsNegated(i, static t => t.Is(Concept.Type) || t.Is(Concept.Studio)) || IsSomeoneElses(message, i))
        {
            return -1;
        }

        return type >= FirstNonResidential && (IsFeature(message, i) || IsFee(message, i)) ? -1 : type;
    }

    // "3br for 2.5M? That's for a car park": said of the figure, and no feature of the flat.
    private static bool IsWhatItIs(Message message, int i) => message.Says(i - 2, "for") && message.Says(i - 3, "that's");

    // The first word counts, unless a later one says more exactly what it is.
    private static bool Beats(Message message, int type, int best, int bestAt, int at)
    {
        if (best < 0)
        {
            return true;
        }

        var general = best == Apartment && type is not (Apartment or Studio) && at - bestAt <= 3 && !message.Is(at - 1, Concept.Or)
            && !message.Is(at - 1, Concept.And)
            && !message.IsMark(at - 1, '/');
        var featureFirst = best >= FirstNonResidential && type < FirstNonResidential && type != Apartment && best == CarPark;
        return general || featureFirst || (best == CarPark && type == Apartment);
    }

    // "current flat", "parents' house", 現時單位: not the one wanted.
    private static bool IsSomeoneElses(Message message, int i) =>
        message.Says(i - 1, "current") || message.Says(i - 1, "existing") || message.Says(i - 1, "present") || message.Says(i - 1, "previous")
            || message.Says(i - 1, "old");

    private static bool IsFeature(Message message, int i)
    {
        for (var back = 1; back <= 3; back++)
        {
            var token = message[i - back];
            if (message.Says(i - back, "嘅") || message.Says(i - back, "的"))
            {
                return false;
            }

            if (token.Is(Concept.Feature) || token.Is(Concept.Inclusive) || token.Is(Concept.Elsewhere))
            {
                return !IsOwnersOffer(message, i - back) || message.Is(i - back, Concept.Elsewhere);
            }

            if (!token.Is(Concept.Filler) && !token.Is(Concept.Adjective) && token.Kind != TokenKind.Number && !token.Is(Concept.And)
                && token.Kind != TokenKind.Area)
            {
                return back == 1 && message.IsMark(i - 1, '+');
            }
        }

        return false;
    }

    // 我有車位想放租: what the writer has is what it is about. "Do you have shops": what is asked for.
    private static bool IsOwnersOffer(Message message, int feature) =>
        message.Says(feature, "有") && (message.EndsClause(feature - 1) || message.Says(feature - 1, "我")
            || message.Is(feature - 1, Concept.Asked) || message.Is(feature - 1, Concept.Filler))
            && !message.Says(feature - 1, "要");

    private static bool IsFee(Message message, int i) =>
        message.Is(i, Concept.Fee) && message.Is(i + 1, Concept.Fee);
}
