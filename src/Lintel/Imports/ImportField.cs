using Lintel.Model;

namespace Lintel.Imports;

/// <summary>How the cells of a column are brought into the form that the API takes.</summary>
public enum CellForm
{
    Text,

    /// <summary>"Village House" for <c>village_house</c>.</summary>
    Slug,

    /// <summary>"HK$12,000" for 12000.</summary>
    Whole,

    /// <summary>A day as people and spreadsheets write it.</summary>
    Day,

    /// <summary>"Yes", 是, 1.</summary>
    Truth,
}

/// <summary>Something that a column of a file can be.</summary>
/// <param name="Name">As the API calls it; its label is the word <c>field.…</c>.</param>
/// <param name="AlsoCalled">What columns of it are called in the files that people have; compared without case, spaces and marks.</param>
public sealed record ImportField(string Name, CellForm Form, params string[] AlsoCalled)
{
    private static readonly IReadOnlyList<ImportField> Leads =
    [
        new("name", CellForm.Text, "full name", "client", "customer", "contact", "lead", "client name", "姓名", "名稱", "客戶", "客戶姓名", "聯絡人"),
        new("phone", CellForm.Text, "phone number", "tel", "telephone", "mobile", "cell", "contact number", "電話", "手機", "聯絡電話", "電話號碼"),
        new("whatsapp_number", CellForm.Text, "whatsapp", "wa", "wechat phone"),
        new("email", CellForm.Text, "e-mail", "email address", "mail", "電郵", "電子郵件", "邮箱"),
        new("instagram_handle", CellForm.Text, "instagram", "ig", "ig handle", "insta"),
        new("source", CellForm.Slug, "lead source", "channel", "origin", "來源", "渠道"),
        new("status", CellForm.Slug, "stage", "lead status", "狀態", "階段"),
        new("priority", CellForm.Slug, "urgency", "優先", "優先級"),
        new("budget_min", CellForm.Whole, "min budget", "budget from", "最低預算", "預算由"),
        new("budget_max", CellForm.Whole, "budget", "max budget", "budget to", "預算", "最高預算", "預算至"),
        new("preferred_areas", CellForm.Text, "area", "areas", "district", "location", "preferred area", "地區", "區域"),
        new("property_type", CellForm.Slug, "type", "property", "物業類型", "類型"),
        new("bedrooms", CellForm.Whole, "beds", "rooms", "br", "bedroom", "房", "睡房", "房數"),
        new("move_in_date", CellForm.Day, "move in", "moving date", "入住", "入住日期"),
        new("interested_properties", CellForm.Text, "interested in", "listing", "listings", "查詢樓盤"),
        new("original_message", CellForm.Text, "message", "inquiry", "enquiry", "訊息", "查詢", "查詢內容"),
        new("tags", CellForm.Text, "tag", "labels", "label", "標籤"),
        new("notes", CellForm.Text, "note", "remarks", "remark", "comments", "備註", "筆記"),
        new("assigned_agent_id", CellForm.Whole, "agent id"),
    ];

    private static readonly IReadOnlyList<ImportField> Listings =
    [
        new("title", CellForm.Text, "name", "listing", "property", "headline", "標題", "樓盤", "名稱"),
        new("development", CellForm.Text, "estate", "building", "屋苑", "大廈"),
        new("address", CellForm.Text, "location", "street", "地址"),
        new("area", CellForm.Text, "district", "地區", "區域"),
        new("property_type", CellForm.Slug, "type", "物業類型", "類型"),
        new("price", CellForm.Whole, "rent", "asking price", "monthly rent", "價錢", "租金", "售價", "價格"),
        new("bedrooms", CellForm.Whole, "beds", "rooms", "br", "bedroom", "房", "睡房", "房數"),
        new("bathrooms", CellForm.Whole, "baths", "bathroom", "浴室", "廁所"),
        new("saleable_area", CellForm.Text, "saleable", "size", "net area", "sqft", "實用面積", "面積"),
        new("gross_area", CellForm.Text, "gross", "建築面積"),
        new("floor", CellForm.Text, "level", "樓層"),
        new("source", CellForm.Slug, "portal", "來源"),
        new("source_id", CellForm.Text, "ref", "reference", "listing id", "編號", "樓盤編號"),
        new("listing_url", CellForm.Text, "url", "link", "網址", "連結"),
        new("images", CellForm.Text, "image", "photos", "photo", "pictures", "圖片", "相片"),
        new("agent_name", CellForm.Text, "agent", "代理"),
        new("agent_phone", CellForm.Text, "agent tel", "代理電話"),
        new("agent_agency", CellForm.Text, "agency", "代理行"),
        new("is_active", CellForm.Truth, "active", "on offer", "放盤"),
        new("is_featured", CellForm.Truth, "featured", "精選"),
    ];

    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind == ImportKind.Leads ? Leads : Listings;

    /// <summary>What the columns are, by their names; empty where nobody could tell. None is guessed twice.</summary>
    public static List<string> Guess(ImportKind kind, IEnumerable<string> columns)
    {
        var left = Of(kind).ToList();
        return [.. columns.Select(column =>
        {
            var name = Plain(column);
            var field = name.Length == 0 ? null : left.Find(field => Plain(field.Name) == name) ?? left.Find(field => field.AlsoCalled.Any(called => Plain(called) == name));
            _ = field is not null && left.Remove(field);
            return field?.Name ?? "";
        })];
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
