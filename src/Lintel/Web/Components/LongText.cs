using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Lintel.Web.Components;

/// <summary>
/// Text that anybody may have sent, as long as they liked. A word of ten thousand letters keeps a browser busy for seconds with where to break it,
/// so places to do so are marked in it; whoever copies the text gets it without them.
/// </summary>
public sealed class LongText : ComponentBase
{
    /// <summary>No word of any language is longer, and few addresses are.</summary>
    private const int LongestWord = 80;

    // Chinese is broken between any two characters as it is.
    private const char FirstEastAsian = '\u2E80';

    [Parameter, EditorRequired]
    public string? Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var (text, from, letters) = (Text ?? "", 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            letters = char.IsWhiteSpace(text[i]) || (text[i] >= FirstEastAsian && !char.IsSurrogate(text[i])) ? 0 : letters + 1;
            if (letters > LongestWord && !char.IsLowSurrogate(text[i]))
            {
                builder.AddContent(0, text[from..i]);
                builder.OpenElement(1, "wbr");
                builder.CloseElement();
                (from, letters) = (i, 1);
            }
        }

        builder.AddContent(2, text[from..]);
    }
}
