using System.Globalization;
using Lintel.Model;

namespace Lintel.Demo;

/// <summary>What somebody wants, as the demo makes it up.</summary>
/// <param name="Budget">Per month for a letting, in all for a purchase.</param>
public sealed record Want(Neighbourhood Place, bool Buys, string Type, int? Bedrooms, int Size, long Budget, DateOnly MoveIn, Listing? Listing);

/// <summary>Fills the gaps of a <see cref="Saying"/> for one lead, in the lead's language.</summary>
public sealed class Wording(Want want, Person person, Agency agency)
{
    private static readonly string[] ChineseRooms = ["開放式", "一房", "兩房", "三房", "四房"];

    public string AgentName { get; set; } = "";

    public DateTime Day { get; set; }

    private bool IsChinese => person.Language == "zh";

    public string Word(string gap) => gap switch
    {
        "name" => person.Greeting,
        "agent" => AgentName,
        "area" => In(want.Place.Name),
        "estate" => In(want.Listing?.Estate ?? want.Place.Estates[0]),
        "beds" => want.Bedrooms is { } bedrooms ? Rooms(person.Language, bedrooms) : Type(person.Language, want.Type),
        "type" => Type(person.Language, want.Type),
        "budget" => Money(want.Budget),
        "price" => Money(want.Listing?.Row.Price ?? want.Budget),
        "size" => want.Size.ToString(CultureInfo.InvariantCulture),
        "ref" => want.Listing?.Reference ?? "",
        "want" => IsChinese ? (want.Buys ? "買" : "租") : want.Buys ? "buy" : "rent",
        "when" => When(want.MoveIn),
        "day" => DayAndHour(),
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "There is no such gap."),
    };

    public static string Rooms(string language, int bedrooms) => language == "zh"
        ? ChineseRooms[Math.Min(bedrooms, ChineseRooms.Length - 1)]
        : bedrooms == 0 ? "studio" : string.Create(CultureInfo.InvariantCulture, $"{bedrooms}-bedroom");

    public static string Type(string language, string type) => (language, type) switch
    {
        ("zh", "house") => "獨立屋",
        ("zh", "village_house") => "村屋",
        ("zh", "villa") => "別墅",
        ("zh", "serviced_apartment") => "服務式住宅",
        ("zh", "office") => "寫字樓",
        ("zh", "shop") => "舖位",
        ("zh", "industrial") => "工廈單位",
        ("zh", _) => "單位",
        (_, "village_house") => "village house",
        (_, "serviced_apartment") => "serviced apartment",
        (_, "office") => "office space",
        (_, "industrial") => "industrial unit",
        (_, "apartment" or "studio") => "apartment",
        (_, var other) => other,
    };

    private string In(Name name) => IsChinese ? name.Chinese : name.English;

    private string Money(long amount) => (IsChinese, amount) switch
    {
        (true, >= 1_000_000) => string.Create(CultureInfo.InvariantCulture, $"{amount / 10_000}萬"),
        (true, >= 10_000) when amount % 10_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{amount / 10_000}萬"),
        (true, >= 10_000) when amount % 1_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{amount / 10_000}萬{amount % 10_000 / 1_000}"),
        (false, >= 1_000_000) => string.Create(CultureInfo.InvariantCulture, $"HK${amount / 1_000_000.0:0.#}M"),
        (false, _) when amount % 1_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"HK${amount / 1_000}k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"${amount:#,0}"),
    };

    private string When(DateOnly day) => IsChinese
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{(day.Day < 11 ? "頭" : day.Day < 21 ? "中" : "尾")}")
        : (day.Day < 11 ? "early " : day.Day < 21 ? "mid " : "end of ") + day.ToString("MMMM", CultureInfo.InvariantCulture);

    private string DayAndHour()
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(Day, agency.Zone);
        return IsChinese
            ? string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日{local:HH:mm}")
            : local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
    }
}
