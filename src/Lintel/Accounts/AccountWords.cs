namespace Lintel.Accounts;

/// <summary>Names <c>AccountWords.resx</c> and its translations: the words of signing in.</summary>
public sealed class AccountWords;
