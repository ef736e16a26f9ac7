namespace Lintel.Administration;

/// <summary>Names <c>AdministrationWords.resx</c> and its translations: the words of the settings.</summary>
public sealed class AdministrationWords;
