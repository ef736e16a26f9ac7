using System.Globalization;
using Lintel.Model;

namespace Lintel.Demo;

/// <summary>A listing of the demo: the row, and where it stands.</summary>
/// <param name="Reference">By what a lead names it.</param>
public sealed record Listing(Property Row, Neighbourhood Place, Name Estate, bool IsForSale, string Reference);

/// <summary>The listings of the demo agency, as its scrapers and its own agents would have entered them.</summary>
public sealed class Listings
{
    private static readonly string[] Sources = ["28hse", "squarefoot", "centaline", "28hse", "squarefoot"];
    private static readonly string[] Views = ["sea view", "open view", "mountain view", "city view", "garden view", "newly renovated", "high floor", "quiet"];
    private static readonly string[] ChineseViews = ["海景", "開揚", "山景", "市景", "園景", "新裝修", "高層", "內園"];
    private static readonly string[] Floors = ["Low floor", "Mid floor", "High floor", "低層", "中層", "高層"];
    private static readonly string[] Agencies = ["Centaline Property", "Midland Realty", "Ricacorp", "Hong Kong Property", "Landlord"];

    // Bedrooms, how often, and the saleable area that goes with them.
    private static readonly (int Bedrooms, double Often, int Least, int Most)[] Homes = [(0, 1.2, 180, 290), (1, 2.4, 270, 460), (2, 3.6, 400, 640), (3, 2.2, 600, 1050), (4, 0.7, 1000, 2100)];
    private static readonly double[] HomeSum = Dice.Running(Homes.Select(home => home.Often));

    private readonly Dictionary<Neighbourhood, List<Listing>> _byPlace = [];

    /// <summary>The listings of a neighbourhood, oldest first.</summary>
    public IReadOnlyList<Listing> In(Neighbourhood place) => _byPlace.TryGetValue(place, out var listings) ? listings : [];

    /// <summary>Draws up so many listings, oldest first.</summary>
    public IEnumerable<Property> Make(int count, long firstId, long seed, DateTime from, DateTime now)
    {
        for (var i = 0; i < count; i++)
        {
            // Two thirds were there at the start or came early; the rest through the year.
            var dice = Dice.For(seed, "listing", i);
            var age = (now - from) * (1 - Math.Pow((double)i / count, 1.6));
            var listing = Make(i, firstId + i, dice, Whole(now - age), now);
            (_byPlace.TryGetValue(listing.Place, out var listings) ? listings : _byPlace[listing.Place] = []).Add(listing);
            yield return listing.Row;
        }
    }

    /// <summary>The size that goes with a number of bedrooms.</summary>
    public static int SizeOf(int bedrooms, Dice dice)
    {
        var (_, _, least, most) = Homes[Math.Min(bedrooms, Homes.Length - 1)];
        return dice.Between(least, most);
    }

    public static int Bedrooms(Dice dice) => dice.Weighted(Homes, HomeSum).Bedrooms;

    /// <summary>The price of so much space there: what sources show, rounded as people round.</summary>
    public static long Price(Neighbourhood place, string type, int size, bool forSale, Dice dice)
    {
        var level = type switch
        {
            "house" or "villa" => 1.25,
            "village_house" => 0.72,
            "serviced_apartment" => 1.45,
            "office" => 0.95,
            "shop" => 2.4,
            "industrial" => 0.42,
            _ => 1.0,
        };
        var price = dice.Around(size * level * (forSale ? place.Price : place.Rent), 0.13);
        return forSale ? (long)Math.Round(price / 10_000) * 10_000 : Math.Max(2_000, (long)Math.Round(price / 500) * 500);
    }

    private static Listing Make(int which, long id, Dice dice, DateTime created, DateTime now)
    {
        var place = City.Wanted(dice);
        var estate = dice.Popular(place.Estates);
        var type = place.Types.Length > 0 && dice.Chance(0.25) ? dice.Of(place.Types) : "apartment";
        var bedrooms = Bedrooms(dice);
        type = type == "apartment" && bedrooms == 0 ? "studio" : type;
        var hasRooms = type is not ("office" or "shop" or "industrial");
        var size = hasRooms ? SizeOf(bedrooms, dice) : dice.Between(250, 2_500);
        var forSale = dice.Chance(0.3);
        var source = dice.Chance(0.9) ? dice.Of(Sources) : null;
        var sourceId = source is null ? null : SourceId(source, which);
        var isActive = dice.Chance(0.25 + (0.75 * Math.Exp(-(now - created).TotalDays / 150)));
        var view = dice.Between(0, Views.Length - 1);
        var updated = isActive && source is not null ? now - TimeSpan.FromMinutes(dice.Between(5, 240)) : created + ((now - created) * dice.Unit());
        var row = new Property
        {
            Title = dice.Chance(0.35)
                ? $"{estate.Chinese} {(hasRooms ? Wording.Rooms("zh", bedrooms) : Wording.Type("zh", type))} {ChineseViews[view]}"
                : $"{estate.English}, {(hasRooms ? Wording.Rooms("en", bedrooms) : Wording.Type("en", type))}, {Views[view]}",
            Development = estate.English,
            Address = $"{dice.Between(1, 288)} {place.Name.English} Road, {place.Name.English}, {place.District}",
            Area = place.Name.English,
            PropertyType = type,
            Bedrooms = hasRooms ? bedrooms : null,
            Bathrooms = hasRooms ? Math.Max(1, bedrooms - 1) : null,
            SaleableArea = size,
            GrossArea = dice.Chance(0.6) ? Math.Round(size * (1.22 + (0.12 * dice.Unit()))) : null,
            Floor = dice.Of(Floors),
            Price = Price(place, type, size, forSale, dice),
            Source = source,
            SourceId = sourceId,
            ListingUrl = source is null ? null : $"https://{source}.example.com/{(forSale ? "buy" : "rent")}/{sourceId}",
            Images = [.. Enumerable.Range(1, dice.Between(1, 6)).Select(i => string.Create(CultureInfo.InvariantCulture, $"https://images.example.com/{id}/{i}.jpg"))],
            EnrichedImages = dice.Chance(0.2) ? [string.Create(CultureInfo.InvariantCulture, $"https://images.example.com/{id}/staged.jpg")] : [],
            AgentName = source is null ? null : People.Of(which, 0, dice).Name,
            AgentPhone = source is null ? null : string.Create(CultureInfo.InvariantCulture, $"+8522{dice.Between(100, 899)}{dice.Between(0, 9999):0000}"),
            AgentAgency = source is null ? null : dice.Of(Agencies),
            IsActive = isActive,
            IsFeatured = isActive && dice.Chance(0.06),
            InstagramPosts = dice.Chance(0.18) ? [$"https://www.instagram.com/p/demo{id}/"] : [],
            TotalViews = (long)dice.Around(120, 1.1),
            CreatedAt = created,
            UpdatedAt = Whole(updated),
            ScrapedAt = source is null ? null : Whole(updated),
        };
        return new(row, place, estate, forSale, sourceId ?? id.ToString(CultureInfo.InvariantCulture));
    }

    private static string SourceId(string source, int which) => source switch
    {
        "28hse" => string.Create(CultureInfo.InvariantCulture, $"{3_100_000 + (which * 7)}"),
        "squarefoot" => string.Create(CultureInfo.InvariantCulture, $"sq-{600_000 + (which * 3)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"C{100_000 + which}"),
    };

    private static DateTime Whole(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
