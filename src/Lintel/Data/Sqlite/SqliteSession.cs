using Microsoft.Data.Sqlite;

namespace Lintel.Data.Sqlite;

/// <summary>An open connection that keeps the statements it has compiled. Compiling costs more than most of our statements take to run.</summary>
public sealed class SqliteSession : IDisposable
{
    private const int MostStatements = 200;

    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);

    private readonly KeepingConnection _connection;

    private SqliteSession(KeepingConnection connection) => _connection = connection;

    public SqliteConnection Connection => _connection;

    public static SqliteSession Open(string connectionString, string pragmas)
    {
        var connection = new KeepingConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Keeps the statements of whoever else uses the connection, too.</summary>
    public void KeepAll() => _connection.KeepIn(this);

    /// <summary>Takes a statement out, compiled; give it back with <see cref="Return"/>.</summary>
    public SqliteCommand Take(string sql)
    {
        if (_idle.Remove(sql, out var command))
        {
            return command;
        }

        command = _connection.CreateOwnCommand();
        command.CommandText = sql;
        return command;
    }

    public void Return(SqliteCommand command)
    {
        if (_idle.Count >= MostStatements || !_idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    public void Execute(string sql)
    {
        var command = Take(sql);
        command.ExecuteNonQuery();
        Return(command);
    }

    public void Dispose()
    {
        foreach (var command in _idle.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }
}
