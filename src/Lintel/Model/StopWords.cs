namespace Lintel.Model;

/// <summary>Messages by which a person says that they want no more of them. Only a message that is nothing else counts: "stop by at 6" does not.</summary>
public static class StopWords
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "stop", "stop all", "stopall", "unsubscribe", "unsub", "opt out", "optout", "opt-out", "remove me", "stop messaging me",
        "退訂", "退订", "取消訂閱", "取消订阅", "停止訂閱", "停止订阅", "停止", "拒收", "唔好再搵我", "不要再聯絡我", "不要再联络我", "請勿再聯絡", "请勿再联络",
    };

    private static readonly char[] Around = [.. " \t\r\n.,!?;:\"'()[]。,、!?;:「」『』()…~～"];

    public static bool Says(string? message) => message is { Length: < 50 } && All.Contains(PlainText.LowerAscii(message.Trim(Around)));
}
