namespace Lintel.Data;

/// <summary>The database did not answer, or cannot be written just now. Trying again later may work.</summary>
public class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);

/// <summary>There is no room left for the database to grow.</summary>
public sealed class StoreFullException(string message, Exception inner) : StoreUnavailableException(message, inner);
