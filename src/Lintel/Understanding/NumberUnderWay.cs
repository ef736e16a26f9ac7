namespace Lintel.Understanding;

/// <summary>
/// The number as far as it has been read: whole sections of 萬 and 億, the section under way, and the digit not yet given a unit.
/// </summary>
internal struct NumberUnderWay
{
    internal decimal Total;
    internal decimal Section;
    internal decimal? Pending;
    internal decimal? Neighbour;
    internal decimal LastUnit;
    internal decimal Largest;
    internal int ArabicDigits;
    internal bool Zero;
    internal bool Chinese;
    internal bool Grouped;
    internal bool Vague;
    internal bool Broken;
    private decimal neighbourStep;

    internal readonly bool CanTakeDigit => Pending is null;

    internal readonly bool Section10K => Largest >= 10_000;

    internal void TakeDigit(int digit)
    {
        if (digit == 0 && LastUnit > 0)
        {
            Zero = true;
            return;
        }

        Pending = digit;
    }

    internal void Take(decimal unit)
    {
        Largest = Math.Max(Largest, unit);
        if (unit < 10_000)
        {
            Section += (Pending ?? 1) * unit;
            neighbourStep = Neighbour is null ? neighbourStep : unit;
        }
        else
        {
            Section = WithPending();
            neighbourStep = Neighbour is null ? neighbourStep * unit : unit * StepOfPending();
            Total = unit > 10_000 ? (Total + (Section == 0 ? 1 : Section)) * unit : Total + ((Section == 0 ? 1 : Section) * unit);
            Section = 0;
        }

        (Pending, ArabicDigits, LastUnit, Zero) = (null, 0, unit, false);
        Broken = Total > NumberLexer.Largest || Section > NumberLexer.Largest;
    }

    internal void AddHalf()
    {
        if (LastUnit >= 10_000)
        {
            Total += LastUnit / 2;
        }
        else
        {
            Section += LastUnit / 2;
        }
    }

    internal decimal Finish()
    {
        if (Neighbour is not null && Pending is not null)
        {
            neighbourStep = StepOfPending();
        }

        Section = WithPending();
        return Total + Section;
    }

    internal readonly decimal High(decimal value) => Neighbour is null ? 0 : value + neighbourStep;

    // 兩萬五 is 25,000 and 百五 is 150: a digit that ends the number counts tenths of the unit before it, unless 零 came between.
    private readonly decimal StepOfPending() => LastUnit >= 100 && !Zero && ArabicDigits <= 1 ? LastUnit / 10 : 1;

    private readonly decimal WithPending() => Section + ((Pending ?? 0) * StepOfPending());
}
