namespace Lintel.Demo;

/// <summary>A name in both of the city's languages.</summary>
public sealed record Name(string English, string Chinese);

/// <summary>A neighbourhood with what a flat costs there and where people live.</summary>
/// <param name="Rent">HKD a month for a saleable square foot.</param>
/// <param name="Demand">How often it is asked for, against the others.</param>
/// <param name="Types">What is let and sold there beside flats.</param>
public sealed record Neighbourhood(Name Name, string District, double Rent, double Demand, string[] Types, Name[] Estates)
{
    /// <summary>HKD for a saleable square foot when it is sold.</summary>
    public double Price => Rent * 345;
}

/// <summary>Hong Kong as its agencies see it: neighbourhoods, estates, and about what they cost.</summary>
public static class City
{
    private const string Island = "Hong Kong Island";
    private const string Kowloon = "Kowloon";
    private const string NewTerritories = "New Territories";

    private static readonly string[] Flats = [];
    private static readonly string[] Business = ["office", "shop", "serviced_apartment"];
    private static readonly string[] Workshops = ["industrial", "office"];
    private static readonly string[] Villages = ["village_house", "village_house", "house"];
    private static readonly string[] Houses = ["house"];

    /// <summary>Neighbours stand next to each other, so that a stretch of the list is a patch an agent can know.</summary>
    public static readonly IReadOnlyList<Neighbourhood> Neighbourhoods =
    [
        On(Island, "Kennedy Town", "堅尼地城", 54, 1.5, Flats, ("The Merton", "泓都"), ("Manhattan Heights", "高逸華軒"), ("Imperial Kennedy", "卑路乍街68號")),
        On(Island, "Sai Ying Pun", "西營盤", 55, 1.3, Flats, ("Island Crest", "縉城峰"), ("Bohemian House", "瑧璈"), ("Artisan House", "瑧蓺")),
        On(Island, "Sheung Wan", "上環", 57, 1.4, Business, ("Hollywood Terrace", "荷李活華庭"), ("CentreStage", "聚賢居"), ("Soho 189", "西浦")),
        On(Island, "Central", "中環", 58, 1.8, Business, ("Gramercy", "瑧環"), ("My Central", "MY CENTRAL"), ("Centre Point", "尚賢居")),
        On(Island, "Mid-Levels", "半山", 57, 2.0, Flats, ("Robinson Place", "雍景臺"), ("Dynasty Court", "帝景閣"), ("Tregunter", "地利根德閣"), ("The Grand Panorama", "嘉兆臺")),
        On(Island, "The Peak", "山頂", 68, 0.4, Houses, ("Mount Kellett", "加列山"), ("Interocean Court", "Interocean Court")),
        On(Island, "Wan Chai", "灣仔", 56, 1.6, Business, ("The Avenue", "囍匯"), ("J Residence", "嘉薈軒"), ("Starcrest", "星域軒")),
        On(Island, "Causeway Bay", "銅鑼灣", 54, 1.3, Business, ("Park Towers", "柏景臺"), ("Jones Hive", "JONES HIVE"), ("Illumination Terrace", "光明臺")),
        On(Island, "Happy Valley", "跑馬地", 52, 1.2, Flats, ("The Leighton Hill", "禮頓山"), ("Winfield Building", "雲暉大廈"), ("Ventris Place", "雲地利台")),
        On(Island, "North Point", "北角", 46, 1.4, Flats, ("City Garden", "城市花園"), ("Fleur Pavilia", "柏蔚山"), ("Island Residence", "港濤軒")),
        On(Island, "Quarry Bay", "鰂魚涌", 45, 1.2, Flats, ("Nan Fung Sun Chuen", "南豐新邨"), ("Westlands Garden", "惠安苑")),
        On(Island, "Tai Koo", "太古", 46, 2.2, Flats, ("Tai Koo Shing", "太古城"), ("Kornhill", "康怡花園")),
        On(Island, "Sai Wan Ho", "西灣河", 44, 0.9, Flats, ("Grand Promenade", "嘉亨灣"), ("Les Saisons", "逸濤灣"), ("Lei King Wan", "鯉景灣")),
        On(Island, "Chai Wan", "柴灣", 38, 0.7, Workshops, ("Heng Fa Chuen", "杏花邨"), ("Island Resort", "藍灣半島")),
        On(Island, "Pok Fu Lam", "薄扶林", 47, 0.8, Flats, ("Residence Bel-Air", "貝沙灣"), ("Chi Fu Fa Yuen", "置富花園"), ("Baguio Villa", "碧瑤灣")),
        On(Island, "Aberdeen", "香港仔", 38, 0.7, Workshops, ("Aberdeen Centre", "香港仔中心"), ("Jadewater", "南灣御園")),
        On(Island, "Ap Lei Chau", "鴨脷洲", 38, 0.9, Flats, ("South Horizons", "海怡半島"), ("Larvotto", "南灣")),
        On(Island, "Repulse Bay", "淺水灣", 60, 0.6, Houses, ("The Repulse Bay", "影灣園"), ("Ruby Court", "嘉麟閣"), ("Grosvenor Place", "Grosvenor Place")),
        On(Island, "Stanley", "赤柱", 52, 0.5, Houses, ("Regalia Bay", "富豪海灣"), ("Pacific View", "浪琴園")),
        On(Kowloon, "Tsim Sha Tsui", "尖沙咀", 48, 1.6, Business, ("The Masterpiece", "名鑄"), ("Victoria Towers", "港景峰"), ("Sorrento", "擎天半島")),
        On(Kowloon, "Jordan", "佐敦", 45, 0.9, Flats, ("The Austin", "The Austin"), ("Man Wah Sun Chuen", "文華新村")),
        On(Kowloon, "Mong Kok", "旺角", 43, 1.2, Business, ("The Hermitage", "帝峰皇殿"), ("Skypark", "SKYPARK"), ("Park Ivy", "奧城西岸")),
        On(Kowloon, "Ho Man Tin", "何文田", 46, 1.1, Flats, ("Celestial Heights", "半山壹號"), ("Mantin Heights", "皓畋"), ("Ultima", "天鑄")),
        On(Kowloon, "Kowloon Tong", "九龍塘", 44, 0.8, Houses, ("Parc Oasis", "又一居"), ("Mount Beacon", "畢架山峰")),
        On(Kowloon, "Hung Hom", "紅磡", 42, 1.5, Flats, ("Whampoa Garden", "黃埔花園"), ("Laguna Verde", "海逸豪園"), ("Harbour Place", "海濱南岸")),
        On(Kowloon, "Kai Tak", "啟德", 45, 1.3, Flats, ("One Kai Tak", "啟德1號"), ("Victoria Skye", "天寰"), ("K City", "嘉匯")),
        On(Kowloon, "Diamond Hill", "鑽石山", 38, 0.7, Flats, ("Galaxia", "星河明居"), ("Bel Air Heights", "悅庭軒")),
        On(Kowloon, "Kwun Tong", "觀塘", 37, 1.0, Workshops, ("Laguna City", "麗港城"), ("Grand Central", "凱滙"), ("Sceneway Garden", "匯景花園")),
        On(Kowloon, "Lai Chi Kok", "荔枝角", 38, 0.9, Workshops, ("Banyan Garden", "泓景臺"), ("Manhattan Hill", "曼克頓山"), ("Liberte", "昇悅居")),
        On(Kowloon, "Mei Foo", "美孚", 35, 1.0, Flats, ("Mei Foo Sun Chuen", "美孚新邨"), ("Nob Hill", "盈暉臺")),
        On(NewTerritories, "Tsuen Wan", "荃灣", 38, 1.2, Workshops, ("Discovery Park", "愉景新城"), ("Vision City", "萬景峯"), ("Belvedere Garden", "麗城花園")),
        On(NewTerritories, "Tsing Yi", "青衣", 36, 0.8, Flats, ("Tierra Verde", "盈翠半島"), ("Villa Esplanada", "灝景灣")),
        On(NewTerritories, "Tung Chung", "東涌", 30, 0.8, Villages, ("Caribbean Coast", "映灣園"), ("Tung Chung Crescent", "東堤灣畔")),
        On(NewTerritories, "Discovery Bay", "愉景灣", 31, 0.8, ["house", "villa"], ("Siena Two", "海澄湖畔二段"), ("Amalfi", "Amalfi"), ("Parkridge Village", "明翠台")),
        On(NewTerritories, "Sha Tin", "沙田", 38, 1.6, Flats, ("City One Shatin", "沙田第一城"), ("Festival City", "名城"), ("Royal Ascot", "駿景園")),
        On(NewTerritories, "Ma On Shan", "馬鞍山", 34, 0.9, Flats, ("Sunshine City", "新港城"), ("Villa Athena", "雅典居"), ("Lake Silver", "銀湖天峰")),
        On(NewTerritories, "Tai Po", "大埔", 33, 0.8, Villages, ("Tai Po Centre", "大埔中心"), ("Mayfair By The Sea", "逸瓏灣"), ("Hong Lok Yuen", "康樂園")),
        On(NewTerritories, "Sai Kung", "西貢", 27, 0.9, Villages, ("Marina Cove", "匡湖居"), ("Mount Pavilia", "傲瀧"), ("Park Mediterranean", "逸瓏海匯")),
        On(NewTerritories, "Tseung Kwan O", "將軍澳", 37, 1.6, Flats, ("Metro City", "新都城"), ("LOHAS Park", "日出康城"), ("Park Central", "將軍澳中心")),
        On(NewTerritories, "Yuen Long", "元朗", 29, 1.0, Villages, ("Yoho Town", "新時代廣場"), ("Grand Yoho", "Grand Yoho"), ("Fairview Park", "錦綉花園")),
        On(NewTerritories, "Tuen Mun", "屯門", 28, 0.8, Villages, ("Gold Coast", "黃金海岸"), ("Century Gateway", "瓏門"), ("Tuen Mun Town Plaza", "屯門市廣場")),
        On(NewTerritories, "Sheung Shui", "上水", 29, 0.5, Villages, ("Sheung Shui Centre", "上水中心"), ("Noble Hill", "皇府山")),
    ];

    private static readonly double[] Demand = Dice.Running(Neighbourhoods.Select(place => place.Demand));

    /// <summary>A neighbourhood as somebody who looks for a home would name one.</summary>
    public static Neighbourhood Wanted(Dice dice) => dice.Weighted(Neighbourhoods, Demand);

    /// <summary>The one that is asked about when this one is too small or too dear: next to it, on the same side of the harbour.</summary>
    public static Neighbourhood Next(Neighbourhood place, Dice dice)
    {
        var all = Neighbourhoods.Count;
        var at = Enumerable.Range(0, all).First(i => Neighbourhoods[i] == place);
        var other = Neighbourhoods[(at + (dice.Chance(0.5) ? 1 : all - 1)) % all];
        return other.District == place.District ? other : Neighbourhoods[at == 0 ? 1 : at - 1];
    }

    private static Neighbourhood On(
        string district, string name, string chinese, double rent, double demand, string[] types, params (string English, string Chinese)[] estates) =>
        new(new(name, chinese), district, rent, demand, types, [.. estates.Select(estate => new Name(estate.English, estate.Chinese))]);
}
