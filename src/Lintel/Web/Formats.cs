using System.Globalization;
using Lintel.Http;
using Lintel.Model;
using Lintel.Understanding;
using Lintel.Web.Components;
using Microsoft.Extensions.Localization;

namespace Lintel.Web;

/// <summary>
/// Numbers, money, days and times as the reader writes them, where the agency is: in its time zone and its currency. Times near now are told from
/// here ("in 20 min", "yesterday 18:40").
/// </summary>
public sealed class Formats(Caller caller, TimeProvider clock, IStringLocalizer<Words> words)
{
    private const long Million = 1_000_000;
    private const long TenThousand = 10_000;
    private const long HundredMillion = 100_000_000;

    public static readonly IReadOnlyList<string> UsualKinds =
        ["apartment", "studio", "house", "village_house", "villa", "serviced_apartment", "office", "shop", "industrial", "car_park", "land"];

    public DateTime Now { get; } = clock.Now();

    public DateOnly Today => caller.Agency.DayOf(Now);

    /// <summary>Whoever is not signed in is of no region.</summary>
    private CultureInfo Culture { get; } = caller.ActorOrNull is { Agency: var agency }
        ? CultureInfo.GetCultureInfo($"{CultureInfo.CurrentUICulture.Name}-{agency.Region}")
        : CultureInfo.CurrentUICulture;

    private static bool IsChinese => CultureInfo.CurrentUICulture.Name == Languages.Chinese;

    /// <summary>Whose numbers these are, as scripts name it to format theirs alike: en-HK.</summary>
    public string Locale => Culture.Name;

    /// <summary>Several things, one after the other.</summary>
    public string List(IEnumerable<string> items) => string.Join(IsChinese ? "、" : ", ", items);

    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>A figure, with at most two decimals.</summary>
    public string Number(decimal number) => number.ToString("#,0.##", Culture);

    /// <summary>A share in per cent, with one decimal where it has one.</summary>
    public string Rate(decimal percent) => percent.ToString("0.#", Culture) + "%";

    /// <summary>An amount of the agency's currency, whole.</summary>
    public string Money(long amount) => Sign() + Number(amount);

    /// <summary>An amount short enough for the head of a column: HK$1.2M, HK$120萬.</summary>
    public string ShortMoney(long amount) => Sign() + (IsChinese
        ? amount switch
        {
            >= HundredMillion => Part(amount, HundredMillion, "億"),
            >= TenThousand => Part(amount, TenThousand, "萬"),
            _ => Number(amount),
        }
        : amount switch
        {
            >= 1_000 * Million => Part(amount, 1_000 * Million, "B"),
            >= Million => Part(amount, Million, "M"),
            >= TenThousand => Part(amount, 1_000, "K"),
            _ => Number(amount),
        });

    /// <summary>From one amount to another, either of which may be open; null when both are.</summary>
    public string? Range(long? least, long? most) => (least, most) switch
    {
        (null, null) => null,
        ({ } from, null) => words["range.from", Money(from)].Value,
        (null, { } to) => words["range.to", Money(to)].Value,
        ({ } from, { } to) when from == to => Money(from),
        ({ } from, { } to) => $"{Money(from)}–{Number(to)}",
    };

    /// <summary>So many bedrooms; none is a studio. Null when it is not known.</summary>
    public string? Rooms(int? bedrooms) => bedrooms switch
    {
        null => null,
        0 => words["rooms.studio"].Value,
        1 => words["rooms.one"].Value,
        { } many => words["rooms.many", many].Value,
    };

    /// <summary>An area by its name in the reader's language: Tsim Sha Tsui, 尖沙咀. One that we do not know is written as it is.</summary>
    public string Area(string name)
    {
        var places = Gazetteer.Of(caller.Agency.Region);
        return (IsChinese ? places.Chinese(name) : places.Canonical(name)) ?? name;
    }

    /// <summary>A kind of property in the reader's words; one that we have no word for is written as it is.</summary>
    public string Kind(string slug) => words.Name("kind", slug);

    /// <summary>The kinds of property that one can choose, and one that is there by a word of its own.</summary>
    public IReadOnlyList<Option> Kinds(string? own) => [.. UsualKinds.Union(own is null ? [] : [own]).Select(kind => new Option(kind, Kind(kind)))];

    /// <summary>A moment on the agency's clocks.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, caller.Agency.Zone);

    /// <summary>A moment in full: Monday 23 November 2026 09:45.</summary>
    public string Full(DateTime utc) => Local(utc).ToString(words["format.full"], Culture);

    public string Clock(DateTime utc) => Local(utc).ToString("HH:mm", Culture);

    /// <summary>A day, with its year when that is another one.</summary>
    public string Day(DateOnly day) => day.ToString(words[day.Year == Today.Year ? "format.day" : "format.day_of_year"], Culture);

    /// <summary>A day as the heading of what happened on it: Today, Yesterday, Monday 23 November.</summary>
    public string DayHeading(DateOnly day) => (day.DayNumber - Today.DayNumber) switch
    {
        0 => words["day.today"],
        -1 => words["day.yesterday"],
        1 => words["day.tomorrow"],
        _ => Long(day),
    };

    /// <summary>A month of a year: November 2026.</summary>
    public string Month(DateOnly day) => day.ToString("Y", Culture);

    /// <summary>A day of the week, in short.</summary>
    public string Weekday(DateOnly day) => day.ToString("ddd", Culture);

    /// <summary>A day in full, by its weekday: Monday 23 November.</summary>
    public string Long(DateOnly day) => day.ToString(words[day.Year == Today.Year ? "format.heading" : "format.heading_of_year"], Culture);

    /// <summary>A moment told from now when it is near, else its day.</summary>
    public string Near(DateTime utc)
    {
        var ahead = utc - Now;
        if (ahead.Duration() < TimeSpan.FromMinutes(1))
        {
            return words["near.now"];
        }

        if (ahead.Duration() < TimeSpan.FromHours(1))
        {
            return words[ahead > TimeSpan.Zero ? "near.in_minutes" : "near.minutes_ago", (int)ahead.Duration().TotalMinutes];
        }

        var day = DateOnly.FromDateTime(Local(utc));
        return (day.DayNumber - Today.DayNumber) switch
        {
            0 => words["near.today", Clock(utc)],
            -1 => words["near.yesterday", Clock(utc)],
            1 => words["near.tomorrow", Clock(utc)],
            > 1 and < 7 => $"{day.ToString("ddd", Culture)} {Clock(utc)}",
            _ => Day(day),
        };
    }

    /// <summary>How long something lasted or has been going on, in its two largest units at most.</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => words["span.moment"],
        { TotalHours: < 1 } => words["span.minutes", (int)span.TotalMinutes],
        { TotalHours: < 10, Minutes: > 0 } => words["span.hours_minutes", (int)span.TotalHours, span.Minutes],
        { TotalDays: < 1 } => words["span.hours", (int)span.TotalHours],
        { TotalDays: < 60 } => words["span.days", (int)span.TotalDays],
        _ => words["span.months", (int)(span.TotalDays / 30)],
    };

    /// <summary>How long ago something was, in its largest unit alone.</summary>
    public string Age(DateTime utc)
    {
        var age = Now - utc;
        return Span(age.TotalHours >= 1 ? TimeSpan.FromHours(Math.Floor(age.TotalHours)) : age);
    }

    /// <summary>A moment as a field of the kind <c>datetime-local</c> holds it.</summary>
    public string Input(DateTime utc) => Local(utc).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>When work next begins, in the same form; null for an agency that has not said when it works.</summary>
    public string? NextWork() => caller.Agency.NextStart(Now)?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The currency's sign where the agency's country has one for it (HK$), else its code.</summary>
    private string Sign()
    {
        var agency = caller.Agency;
        var region = new RegionInfo(agency.Region);
        return region.ISOCurrencySymbol == agency.Currency ? CultureInfo.GetCultureInfo($"en-{agency.Region}").NumberFormat.CurrencySymbol switch
        {
            "$" when agency.Currency == "HKD" => "HK$",
            var sign => sign,
        } : agency.Currency + "\u00a0";
    }

    private string Part(long amount, long unit, string name) => ((decimal)amount / unit).ToString("0.#", Culture) + name;
}
