namespace Lintel.Understanding;

/// <summary>What a word or phrase of the lexicon means, in whichever language. The readers work on these, not on words.</summary>
internal enum Concept
{
    None,

    /// <summary>A phrase that only looks like something else: "central heating", 開放式廚房.</summary>
    Neutral,

    // Little words
    Filler,
    And,
    Or,
    To,
    Between,
    From,
    In,
    Negative,
    AfterNegative,
    PersonCue,
    HandleWord,

    // Homes
    Bedroom,
    Studio,
    Bathroom,
    LivingRoom,
    OtherRoom,
    Type,
    Adjective,
    Feature,

    // Units that make a figure something other than money
    Size,
    Year,
    MonthUnit,
    WeekUnit,
    DayUnit,
    Minute,
    Hour,
    Floor,
    Building,
    Door,
    Person,
    Things,
    Percent,

    // Money
    Budget,
    Fee,
    NotBudget,
    Inclusive,
    PerFoot,
    Listed,
    ForeignMoney,
    PerMonth,
    AtMost,
    AtMostAfter,
    AtLeast,
    AtLeastAfter,
    Around,
    AroundAfter,

    // Intent
    Rent,
    Renting,
    Buy,
    Sell,
    LetOut,
    ForRent,
    ForSale,
    ListIt,
    Owner,
    Own,
    Asked,

    // Areas
    Street,
    Elsewhere,
    ElsewhereAfter,

    // Time
    Month,
    MonthSuffix,
    DaySuffix,
    Weekday,
    NextMonth,
    ThisMonth,
    MonthPart,
    ThisMonthPart,
    NextYear,
    ThisYear,
    YearEnd,
    NextWeek,
    Next,
    This,
    Later,
    Within,
    Move,
    View,
    Other,

    // The rest
    Urgent,
    NotUrgent,
    Reference,
    WeakReference,
    ReferenceNumber,
}
