namespace Lintel.Data;

/// <summary>The database's schema is not one this program can work with; the message says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);
