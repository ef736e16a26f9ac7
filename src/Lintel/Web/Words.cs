namespace Lintel.Web;

/// <summary>Names <c>Words.resx</c> and its translations: the words of the frame and of what all pages share. A feature's own are in its folder.</summary>
public sealed class Words;
