namespace Lintel.Web.Components;

/// <summary>One of those that can be chosen.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
public sealed record Option(string Value, string Label);
