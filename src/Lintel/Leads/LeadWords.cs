namespace Lintel.Leads;

/// <summary>Names <c>LeadWords.resx</c> and its translations: the words of the pages about leads.</summary>
public sealed class LeadWords;
