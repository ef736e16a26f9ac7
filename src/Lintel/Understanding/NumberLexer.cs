namespace Lintel.Understanding;

/// <summary>Reads a number in Arabic or Chinese figures, with its magnitude: 18k, 3.5萬, 3萬5, 兩萬五, 萬八, 一千二百萬, 千二萬, 個半億.</summary>
internal static class NumberLexer
{
    private const int MostDigits = 15;
    internal const decimal Largest = 1_000_000_000_000_000m;

    // After these a digit counts things and does not continue the number before it: 3萬2房 is 30,000 and two bedrooms.
    private const string Counters = "房睡居臥室廳人年月號日樓層呎尺座期間厠廁個伙位歲成至k";

    internal static bool TryRead(FoldedText text, int start, out Figure figure, out int end)
    {
        figure = default;
        end = start;
        var state = new NumberUnderWay();
        var i = start;
        while (i < text.Length && Step(text, ref i, ref state, start))
        {
        }

        if (i == start || state.Broken)
        {
            return false;
        }

        var value = state.Finish();
        if (value > Largest)
        {
            return false;
        }

        var scale = state.LastUnit >= 1_000 || state.Section10K ? state.Largest : 1;
        (value, scale, i) = LatinMagnitude(text, i, value, scale);
        var vague = state.Vague;
        if (text[i] is '幾' or '餘' && scale > 1)
        {
            (vague, i) = (true, i + 1);
        }

        end = i;
        figure = new Figure(value, state.High(value), scale) { Vague = vague, Chinese = state.Chinese, Grouped = state.Grouped };
        return true;
    }

    /// <summary>A number written out, with the "thousand" or "million" that follows it.</summary>
    internal static Figure WithLatinMagnitude(FoldedText text, int at, int value, out int end)
    {
        (var whole, var scale, end) = LatinMagnitude(text, at, value, 1);
        return new Figure(whole, 0, scale);
    }

    /// <summary>The value of one Chinese numeral, or -1.</summary>
    internal static int Digit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' => 1,
        '二' or '兩' or '貳' => 2,
        '三' or '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    // 樓 counts floors, but 萬六樓下 is "below 16,000".
    private static bool IsCounter(FoldedText text, int i) =>
        Counters.Contains(text[i], StringComparison.Ordinal) && !(text[i] == '樓' && text[i + 1] is '下' or '上');

    private static decimal Unit(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '萬' or '皮' => 10_000,
        '球' => 1_000_000,
        '億' => 100_000_000,
        _ => 0,
    };

    private static bool Step(FoldedText text, ref int i, ref NumberUnderWay state, int start)
    {
        var c = text[i];
        if (char.IsAsciiDigit(c))
        {
            return state.CanTakeDigit && Arabic(text, ref i, ref state);
        }

        if (c is '廿' or '卅' && state.Pending is null && state.Section == 0)
        {
            state.Section = c == '廿' ? 20 : 30;
            (state.LastUnit, state.Chinese, i) = (10, true, i + 1);
            return true;
        }

        var digit = Digit(c);
        if (digit >= 0)
        {
            return ChineseDigit(text, ref i, ref state, digit);
        }

        if (c == '個' && text[i + 1] == '半' && state.LastUnit == 0 && Unit(text[i + 2]) >= 100)
        {
            state.Pending = (state.Pending ?? 1) + 0.5m;
            i += 2;
            return true;
        }

        if (c is '幾' or '多' && (state.Pending is not null || state.Section > 0) && Unit(text[i + 1]) >= 10_000)
        {
            (state.Vague, i) = (true, i + 1);
            return true;
        }

        if (c == '半' && state.LastUnit >= 100 && state.Pending is null && text[i + 1] is not ('山' or '島' or '年' or '日' or '個' or '月'))
        {
            state.AddHalf();
            i++;
            return false;
        }

        return TakeUnit(text, ref i, ref state, start);
    }

    private static bool TakeUnit(FoldedText text, ref int i, ref NumberUnderWay state, int start)
    {
        var unit = Unit(text[i]);
        if (unit == 0 && text[i] == 'w' && state.Pending is not null && !char.IsAsciiLetter(text[i + 1]))
        {
            unit = 10_000;
        }

        // 球 and 皮 are slang for a million and ten thousand only after a number, 百 and 萬 open one only where digits follow.
        if (unit == 0 || (text[i] is '球' or '皮' && state.Pending is null))
        {
            return false;
        }

        if (i == start && (unit > 10_000 || text[i - 1] is '幾' or '數' or '上' || !OpensNumber(text, i, unit)))
        {
            return false;
        }

        state.Chinese |= i == start;
        state.Take(unit);
        i++;
        return !state.Broken;
    }

    private static bool OpensNumber(FoldedText text, int i, decimal unit)
    {
        var next = text[i + 1];
        return unit == 10 || Digit(next) > 0 || (next == '半' && unit == 10_000) || (next == '萬'
            && text[i + 2] is '元' or '蚊' or '以' or '左' or '樓' or '預' or '起');
    }

    private static bool Arabic(FoldedText text, ref int i, ref NumberUnderWay state)
    {
        var first = i;
        decimal value = 0;
        var digits = 0;
        while (char.IsAsciiDigit(text[i]) || (text[i] == ',' && IsGroup(text, i + 1) && digits is > 0 and < MostDigits
            && i - first <= 3 + (digits / 3 * 4)))
        {
            if (text[i] == ',')
            {
                state.Grouped = true;
            }
            else if (++digits <= MostDigits)
            {
                value = (value * 10) + (text[i] - '0');
            }

            i++;
        }

        decimal part = 0.1m;
        var isFraction = text[i] == '.' && char.IsAsciiDigit(text[i + 1]);
        if (isFraction)
        {
            for (i++; char.IsAsciiDigit(text[i]); i++)
            {
                value += part > 0.000_001m ? (text[i] - '0') * part : 0;
                part /= 10;
            }
        }

        // 3萬5 continues, 3萬2房 does not.
        if (state.LastUnit > 0 && (isFraction || (digits == 1 && IsCounter(text, i))))
        {
            i = first;
            return false;
        }

        state.Broken = digits > MostDigits;
        state.Pending = value;
        state.ArabicDigits = digits;
        SkipSpaceBeforeUnit(text, ref i);
        return !state.Broken;
    }

    private static void SkipSpaceBeforeUnit(FoldedText text, ref int i)
    {
        if (text[i] == ' ' && (Unit(text[i + 1]) >= 1_000 || (Unit(text[i + 1]) == 100 && Unit(text[i + 2]) >= 10_000)))
        {
            i++;
        }
    }

    private static bool IsGroup(FoldedText text, int i) =>
        char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && !char.IsAsciiDigit(text[i + 3]);

    private static bool ChineseDigit(FoldedText text, ref int i, ref NumberUnderWay state, int digit)
    {
        var counts = IsCounter(text, i + 1) && text[i + 1] != '至';
        if (state.LastUnit >= 100 && counts && digit > 0 && state.Pending is null && !state.Zero)
        {
            return false;
        }

        if (state.Pending is null)
        {
            state.TakeDigit(digit);
        }
        else if (state.ArabicDigits == 0 && state.Pending == digit - 1 && digit > 1 && state.Neighbour is null && !(state.LastUnit > 0 && counts))
        {
            state.Neighbour = digit;
        }
        else if (state.LastUnit == 0 && state.ArabicDigits == 0 && state.Pending < 1_000 && state.Neighbour is null)
        {
            // 二零二七: digits read one by one, as in a year.
            state.Pending = (state.Pending * 10) + digit;
        }
        else
        {
            return false;
        }

        state.Chinese = true;
        i++;
        return true;
    }

    private static (decimal Value, decimal Scale, int End) LatinMagnitude(FoldedText text, int i, decimal value, decimal scale)
    {
        if (scale > 1)
        {
            return (value, scale, i);
        }

        var at = text[i] == ' ' ? i + 1 : i;
        var (factor, length) = text[at] switch
        {
            'k' when EndsMagnitude(text, at + 1) => (1_000, 1),
            'm' when at == i && EndsMagnitude(text, at + 1) && text[at + 1] is not '²' => (1_000_000, 1),
            'm' when Matches(text, at, "million") => (1_000_000, 7),
            'm' when Matches(text, at, "mil") => (1_000_000, 3),
            'm' when Matches(text, at, "mio") => (1_000_000, 3),
            'm' when Matches(text, at, "mn") => (1_000_000, 2),
            't' when Matches(text, at, "thousand") => (1_000, 8),
            'g' when Matches(text, at, "grand") => (1_000, 5),
            _ => (1, 0),
        };
        return factor == 1 ? (value, scale, i) : (value * factor, factor, at + length);
    }

    private static bool Matches(FoldedText text, int at, string word) =>
        at + word.Length <= text.Length && text.Slice(at, at + word.Length).SequenceEqual(word) && !char.IsAsciiLetterOrDigit(text[at + word.Length]);

    // "25k", "25kish", "25kpm", "25khkd"; not "2kids", "3months".
    private static bool EndsMagnitude(FoldedText text, int i) =>
        !char.IsAsciiLetterOrDigit(text[i]) || Matches(text, i, "ish") || Matches(text, i, "pm") || Matches(text, i, "pcm")
            || Matches(text, i, "hkd") || Matches(text, i, "max") || Matches(text, i, "net") || Matches(text, i, "s");
}
