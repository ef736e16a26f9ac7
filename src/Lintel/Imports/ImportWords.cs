namespace Lintel.Imports;

/// <summary>Names <c>ImportWords.resx</c> and its translations: the words of the pages about imports.</summary>
public sealed class ImportWords;
