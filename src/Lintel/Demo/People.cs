using System.Globalization;

namespace Lintel.Demo;

/// <summary>Who somebody is and how to reach them; every address belongs to one person of the agency only.</summary>
/// <param name="Greeting">What they are called in a message.</param>
/// <param name="Number">A Hong Kong mobile number in E.164.</param>
/// <param name="OtherNumber">A second one.</param>
public sealed record Person(string Name, string Greeting, string Language, string Number, string OtherNumber, string Email, string Handle);

/// <summary>People of the city: families from here, and those who came from abroad.</summary>
public static class People
{
    // What Hong Kong mobile numbers begin with; each beginning has a hundred thousand numbers.
    private static readonly int[] Beginnings =
    [
        .. From(510, 514), .. From(516, 524), .. From(526, 534), .. From(536, 544), .. From(546, 554), .. From(556, 564), .. From(601, 625),
        .. From(627, 665), .. From(667, 677), .. From(690, 699), .. From(901, 910), .. From(912, 928), .. From(930, 938), .. From(940, 958), .. From(960, 988),
    ];

    private static readonly string[] Domains = ["example.com", "example.org", "example.net", "mail.example.com", "post.example.net"];

    private static readonly Name[] Surnames =
    [
        new("Chan", "陳"), new("Wong", "黃"), new("Lee", "李"), new("Leung", "梁"), new("Cheung", "張"), new("Lau", "劉"), new("Lam", "林"),
        new("Ng", "吳"), new("Cheng", "鄭"), new("Ho", "何"), new("Kwok", "郭"), new("Tsang", "曾"), new("Yeung", "楊"), new("Yip", "葉"),
        new("Tang", "鄧"), new("Chow", "周"), new("Fung", "馮"), new("Lo", "羅"), new("Mak", "麥"), new("Chiu", "趙"), new("Tam", "譚"),
        new("Poon", "潘"), new("Hui", "許"), new("Siu", "蕭"), new("Yuen", "袁"), new("Kwan", "關"), new("Choi", "蔡"), new("Pang", "彭"),
        new("So", "蘇"), new("Lui", "呂"), new("Tse", "謝"), new("Wan", "溫"), new("Yu", "余"), new("Suen", "孫"), new("To", "杜"),
        new("Tong", "湯"), new("Shum", "沈"), new("Kwong", "鄺"), new("Hung", "洪"), new("Au", "區"), new("Ma", "馬"), new("Wu", "胡"),
    ];

    private static readonly Name[] Given =
    [
        new("Ka Ming", "嘉明"), new("Wing Yan", "詠欣"), new("Chi Wai", "志偉"), new("Siu Ming", "小明"), new("Ka Yan", "嘉欣"), new("Tsz Ching", "子晴"),
        new("Ho Yin", "浩賢"), new("Hoi Ying", "凱瑩"), new("Wai Man", "慧敏"), new("Kin Fai", "健輝"), new("Mei Ling", "美玲"), new("Yuk Lan", "玉蘭"),
        new("Chun Kit", "俊傑"), new("Tsz Hin", "子軒"), new("Wing Sze", "詠詩"), new("Pui Shan", "佩珊"), new("Man Kit", "文傑"), new("Lai Fong", "麗芳"),
        new("Cheuk Lam", "焯林"), new("Sin Yi", "倩儀"), new("Kwok Keung", "國強"), new("Suk Yee", "淑儀"), new("Long Hei", "朗熙"), new("Yat Long", "逸朗"),
        new("Hiu Tung", "曉彤"), new("Ka Lok", "家樂"), new("Tai Man", "大文"), new("Po Yee", "寶儀"), new("Shuk Fan", "淑芬"), new("Ching Man", "靜雯"),
    ];

    private static readonly string[] English =
    [
        "Karen", "Kelvin", "Winnie", "Jason", "Ivy", "Raymond", "Carmen", "Eric", "Vivian", "Jacky", "Fiona", "Ken", "Phoebe", "Alex", "Queenie", "Tommy",
        "Joyce", "Marco", "Yoyo", "Andy", "Michelle", "Stanley", "Kitty", "Gary", "Natalie", "Calvin", "Sandy", "Derek", "Bonnie", "Vincent", "Charlotte", "Leo",
    ];

    private static readonly string[] Abroad =
    [
        "James Wilson", "Sophie Dubois", "Priya Sharma", "Daniel Müller", "Emma Thompson", "Kenji Tanaka", "Olivia Brown", "Rahul Mehta", "Anna Kowalska",
        "Lucas Martin", "Grace O'Connor", "Min-jun Kim", "Isabella Rossi", "Tom Baker", "Ananya Iyer", "Pierre Laurent", "Sarah Johnson", "Yuki Sato",
        "Carlos García", "Hannah Schmidt", "Jack Murphy", "Nadia Rahman", "Michael Anderson", "Elena Petrova", "Oliver Smith", "Aisha Khan", "Ben Taylor",
        "Camille Moreau", "Arjun Patel", "Julia Novak", "Liam Walsh", "Maria Santos", "David Cohen", "Chloé Bernard", "Sanjay Gupta", "Rebecca Hughes",
        "Jonas Berg", "Mei Nakamura", "Ryan Campbell", "Victoria Lindqvist",
    ];

    /// <param name="which">Counts the people of the agency: no two have the same.</param>
    public static Person Of(long which, int offset, Dice dice)
    {
        var number = Number(which * 2, offset);
        var other = Number((which * 2) + 1, offset);
        if (dice.Chance(0.14))
        {
            var full = dice.Of(Abroad);
            var first = full[..full.IndexOf(' ', StringComparison.Ordinal)];
            return Make(full, first, "en", Latin(full), which, number, other, dice);
        }

        var surname = dice.Popular(Surnames);
        var given = dice.Of(Given);
        var english = dice.Of(English);
        var writesChinese = dice.Chance(0.62);
        var isWoman = dice.Chance(0.5);
        var latin = Latin(dice.Chance(0.6) ? english + " " + surname.English : given.English.Replace(" ", "", StringComparison.Ordinal) + " " + surname.English);
        if (writesChinese)
        {
            var title = isWoman ? "小姐" : "先生";
            var name = dice.Chance(0.45) ? surname.Chinese + given.Chinese : dice.Chance(0.5) ? surname.Chinese + title : $"{english} {surname.English}";
            return Make(name, surname.Chinese + (isWoman ? "小姐" : "生"), "zh", latin, which, number, other, dice);
        }

        return dice.Chance(0.6)
            ? Make($"{english} {surname.English}", english, "en", latin, which, number, other, dice)
            : Make($"{surname.English} {given.English}", (isWoman ? "Ms " : "Mr ") + surname.English, "en", latin, which, number, other, dice);
    }

    private static Person Make(string name, string greeting, string language, string latin, long which, string number, string other, Dice dice)
    {
        // The number at its end makes an address one person's; what stands before it never ends in a digit.
        var end = which.ToString(CultureInfo.InvariantCulture);
        var email = latin.Replace(' ', '.') + (dice.Chance(0.5) ? "." : "") + end + "@" + dice.Of(Domains);
        var handle = "@" + latin.Replace(" ", dice.Chance(0.5) ? "_" : ".", StringComparison.Ordinal) + (dice.Chance(0.4) ? "_" : "") + end;
        return new(name, greeting, language, number, other, email, handle);
    }

    /// <summary>Steps through all numbers there are in a stride that visits each once, so that neighbours look unrelated.</summary>
    private static string Number(long which, int offset)
    {
        const long each = 100_000;
        const long stride = 15_485_863; // a prime
        var at = ((which * stride) + offset) % (Beginnings.Length * each);
        return string.Create(CultureInfo.InvariantCulture, $"+852{Beginnings[at / each]}{at % each:00000}");
    }

    private static IEnumerable<int> From(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static string Latin(string name)
    {
        var plain = name.Normalize(System.Text.NormalizationForm.FormD).Where(c => char.IsAsciiLetter(c) || c == ' ');
        return string.Concat(plain).ToLowerInvariant();
    }
}
