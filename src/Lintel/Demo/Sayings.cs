namespace Lintel.Demo;

/// <summary>What people and agents write to each other, in English and as Hong Kong writes Chinese.</summary>
public static class Sayings
{
    /// <summary>A first message about a home.</summary>
    public static readonly Saying AskForHome = new(
        Phrase.All(
            "Hi, looking for a {beds} {type} in {area}, budget {budget}. Moving in {when}.",
            "Hello! Do you have any {beds} {type} around {area}? Our budget is about {budget}.",
            "Looking for {beds} {type} in {area}",
            "Hi there, my family is relocating to Hong Kong and we need a {beds} {type} in {area} from {when}. Budget up to {budget}, pets allowed please.",
            "Good afternoon, we would like to {want} a {beds} {type} in {area} or nearby, around {size} sq ft saleable, max {budget}. Can we arrange viewings this week?",
            "hi any {beds} in {area} under {budget}? thanks",
            "Hi, I am interested in {area}. {beds}, {budget} max, high floor preferred. Could you send me a few options on WhatsApp?",
            "Hey, saw your page. Need a {beds} {type} near {area} MTR, {budget} all in, move in {when}",
            "Can you help me find something in {area}?",
            "We are a couple with a small dog looking for a {beds} {type} in {area}. {budget} is our limit and we can move {when}. Open view and a clubhouse would be a plus!"),
        Phrase.All(
            "你好，想搵{area}{beds}{type}，預算{budget}，{when}入伙。",
            "請問{area}有冇{beds}{type}？預算大約{budget}左右。",
            "想{want}{area}{beds}，有冇盤介紹？",
            "你好呀，我哋一家四口想搵{area}{beds}{type}，實用面積{size}呎左右，預算{budget}內，最好近港鐵站同學校，{when}要入伙，唔該晒。",
            "Hi 想問下{area}{beds}有冇筍盤，{budget}以下",
            "想{want}{area}嘅{type}，{beds}，最好高層開揚，預算{budget}，幾時可以約睇樓？",
            "有冇{area}{type}？養咗隻貓，想搵可以養寵物嘅盤，預算{budget}。",
            "朋友介紹我搵你哋，我想喺{area}{want}{beds}單位，{when}前要搬，預算{budget}，可以WhatsApp我傾下嗎？",
            "{area}{beds}而家咩價？",
            "您好，本人現正物色{area}一帶之{beds}{type}，實用約{size}呎，預算約{budget}，如有合適單位請聯絡，謝謝。"));

    /// <summary>A first message about premises that have no bedrooms.</summary>
    public static readonly Saying AskForPremises = new(
        Phrase.All(
            "Hi, we are looking for {type} in {area}, about {size} sq ft, budget {budget}.",
            "Do you have any {type} to {want} in {area}? {budget} max.",
            "Our company needs {type} in {area} from {when}, around {size} sq ft. Please send floor plans and the management fee."),
        Phrase.All(
            "你好，想搵{area}{type}，大約{size}呎，預算{budget}。",
            "請問{area}有冇{type}{want}？{budget}以內。",
            "公司想喺{area}{want}{type}，{when}開始用，面積約{size}呎，管理費幾多？"));

    /// <summary>A first message about one listing.</summary>
    public static readonly Saying AskForListing = new(
        Phrase.All(
            "Hi, is the {beds} {type} at {estate} still available? Ref {ref}",
            "Interested in the {estate} {type}, {area}. When can I view it?",
            "Hello, I saw {estate} ({ref}) online for {price}. Is the price negotiable? We would like to move in {when}.",
            "Is {estate} still available?",
            "Hi! Love the photos of {estate} in {area}. Does it allow pets, and is {price} including management fees and rates?",
            "I'd like to book a viewing for {ref} please, any evening after 7pm or this Saturday."),
        Phrase.All(
            "你好，請問{estate}{beds}仲有冇？編號{ref}",
            "想睇{estate}呢個盤，今個星期六得唔得？",
            "請問{area}{estate}叫價{price}有得傾嗎？我哋{when}想搬入去，可以即刻簽約。",
            "{estate}仲喺度嗎？",
            "Hi 見到IG post嘅{estate}，請問幾多呎？可唔可以養狗？租約最短幾耐？",
            "想預約睇{ref}，平日夜晚七點後或者星期日都可以，唔該。"));

    /// <summary>What the automation answers at once.</summary>
    public static readonly Saying Received = new(
        Phrase.All(
            "Thanks for your message! One of our agents will get back to you shortly.",
            "Hi {name}, thank you for contacting us. We have received your inquiry and an agent will reply soon."),
        Phrase.All(
            "多謝你嘅查詢！我哋嘅代理好快會覆你。",
            "{name}你好，已經收到你嘅查詢，稍後會有同事聯絡你。"));

    public static readonly Saying Answer = new(
        Phrase.All(
            "Hi {name}, this is {agent}. We have a few good options in {area} around {budget}. Is {when} fixed for moving in?",
            "Hello {name}! {agent} here. Yes, we do. Would you prefer high floor or a bigger kitchen? I can send photos now.",
            "Hi {name}, {agent} speaking. Let me check with the landlord and come back to you today.",
            "Thanks {name}. There are three {beds} units in {area} just released, from {budget}. When are you free to view?",
            "Hi {name}, that one was just let, but there is a very similar one in the same block. Shall I send the details?"),
        Phrase.All(
            "{name}你好，我係{agent}，{area}而家有幾個{budget}左右嘅單位，你{when}一定要入伙嗎？",
            "Hi {name}，我係代理{agent}，有㗎，你想要高層定係大啲廚房？我即刻send相畀你。",
            "{name}你好，我同業主傾緊，今日內覆你。",
            "{name}，{area}啱啱放咗三個{beds}出嚟，{budget}起，幾時得閒睇樓？",
            "你好{name}，嗰個啱啱租咗，不過同一座仲有個差唔多嘅，要唔要睇下？"));

    public static readonly Saying Reply = new(
        Phrase.All(
            "Thanks, please send me the photos.",
            "{when} is fine. We are two adults and a cat, is that OK?",
            "Sounds good, could you share the floor plan and the management fee?",
            "A bit over our budget, anything closer to {budget}?",
            "Great, I'm free on Saturday afternoon.",
            "Let me check with my husband and come back to you.",
            "How far is it from the MTR?"),
        Phrase.All(
            "唔該，send啲相嚟睇下。",
            "{when}可以，我哋兩個大人一隻貓，得唔得？",
            "好呀，有冇平面圖？管理費幾多？",
            "貴咗少少，有冇近{budget}啲嘅？",
            "OK，我星期六下晝得閒。",
            "等我問下老公先覆你。",
            "行去港鐵站要幾耐？"));

    public static readonly Saying More = new(
        Phrase.All(
            "Here you go, {name}. The owner is friendly and would consider a small discount for a two-year lease.",
            "Floor plan sent. Management fee is included, rates are not.",
            "Five minutes' walk to the MTR. I can show you two more in {area} on the same trip.",
            "Pets are fine there. Shall we say this week for a viewing?"),
        Phrase.All(
            "{name}相已經send咗，業主好好傾，簽兩年有得減少少。",
            "平面圖send咗喇，包管理費，唔包差餉。",
            "行去港鐵站五分鐘，{area}仲有兩個可以一齊睇。",
            "嗰度可以養寵物，今個星期約睇樓好嗎？"));

    public static readonly Saying Book = new(
        Phrase.All(
            "Viewing confirmed for {day} at {estate}. I will meet you at the lobby.",
            "See you on {day} at {estate}, {name}. Please bring your ID for the gate.",
            "Booked: {day}, two units in {area}."),
        Phrase.All(
            "已經約好{day}睇{estate}，我喺大堂等你。",
            "{name}，{day}{estate}見，記得帶身份證登記。",
            "{day}睇{area}兩個單位，約實。"));

    public static readonly Saying Viewed = new(
        Phrase.All(
            "Viewed {estate}. Liked the view and the layout, worried about the noise.",
            "Viewing done at {estate}. Very interested, wants to think about the price overnight.",
            "Showed two units in {area}; the second one fits better.",
            "Viewed {estate}; kitchen too small, will look further."),
        Phrase.All(
            "睇咗{estate}，鍾意景同間隔，怕嘈。",
            "{estate}睇樓完成，好有興趣，想諗一晚價錢。",
            "睇咗{area}兩個單位，第二個啱啲。",
            "睇咗{estate}，嫌廚房細，再睇。"));

    public static readonly Saying Chase = new(
        Phrase.All(
            "Hi {name}, just checking in. Are you still looking in {area}?",
            "Hi {name}, a new {beds} in {area} came up today, want to see it?",
            "Tried to reach you by phone, {name}. Let me know a good time to talk."),
        Phrase.All(
            "{name}你好，想問下你仲搵緊{area}嘅單位嗎？",
            "{name}，今日{area}有個{beds}新盤，要唔要睇？",
            "{name}頭先打過畀你，幾時方便傾？"));

    public static readonly Saying Offer = new(
        Phrase.All(
            "Offer sent to the landlord: {price}, two years, one month rent-free period requested.",
            "Application in for {estate}: proof of income and employment letter received.",
            "Provisional agreement drafted for {estate}."),
        Phrase.All(
            "已經同業主出價{price}，兩年約，傾緊免租期。",
            "{estate}申請已交，入息證明同公司信收齊。",
            "{estate}臨約草擬緊。"));

    public static readonly Saying Deal = new(
        Phrase.All(
            "Congratulations {name}! The agreement for {estate} is signed, handover {when}.",
            "All done, {name}. Keys on the handover day, welcome to {area}!"),
        Phrase.All(
            "恭喜{name}！{estate}簽咗約，{when}交樓。",
            "搞掂喇{name}，交樓當日攞匙，歡迎搬入{area}！"));

    public static readonly Saying Again = new(
        Phrase.All(
            "Hi, it's me again. We are looking in {area} after all, do you have anything for {budget}?",
            "Hello, our plans changed and we need a {beds} in {area} now. Still around?"),
        Phrase.All(
            "你好，我又嚟喇，而家想搵返{area}，{budget}有冇？",
            "Hi，計劃改咗，而家要搵{area}{beds}，仲有冇盤？"));

    /// <summary>Why it came to nothing, as agents note it.</summary>
    public static readonly Saying Lost = new(
        Phrase.All(
            "Went with another agency.", "Budget too low for the area.", "Renewed the current lease.", "No answer after three attempts.",
            "Relocation was cancelled.", "Found a flat through a friend.", "Mortgage not approved."),
        Phrase.All("經第二間代理租咗。", "預算唔夠。", "續咗舊約。", "打咗三次都冇人聽。", "唔調嚟香港喇。", "經朋友搵到。", "按揭批唔到。"));

    /// <summary>What agents write down about somebody.</summary>
    public static readonly Saying Remark = new(
        Phrase.All(
            "Prefers to be called after 6pm.", "Decision is with the spouse; include both in viewings.", "Needs a letter for the employer's housing allowance.",
            "Has a helper, needs a maid's room.", "Kids start school in September.", "Cash buyer, no mortgage needed.", "Only weekends for viewings."),
        Phrase.All("夜晚六點後先聽到電話。", "太太話事，睇樓要一齊。", "要公司信申請房屋津貼。", "有工人，要工人房。", "小朋友九月開學。", "現金買家，唔使按揭。", "淨係周末睇到樓。"));
}
