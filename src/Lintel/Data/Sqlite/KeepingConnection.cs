using System.Data;
using Microsoft.Data.Sqlite;

namespace Lintel.Data.Sqlite;

/// <summary>
/// A connection whose commands run statements that a session keeps compiled. EF makes a new command for every row it writes, and with the
/// triggers it sets off, compiling an insert takes longer than running it.
/// </summary>
public sealed class KeepingConnection(string connectionString) : SqliteConnection(connectionString)
{
    private SqliteSession? _session;

    /// <summary>
    /// A connection is never used by two threads at once, so SQLite need not guard each call with a lock, which costs a fifth of reading a long list.
    /// Only before the first connection of the process can it be told.
    /// </summary>
    static KeepingConnection()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
    }

    /// <summary>From now on, what is made here is run by the session's statements.</summary>
    public void KeepIn(SqliteSession session) => _session = session;

    public override SqliteCommand CreateCommand() => _session is null ? base.CreateCommand() : new KeptCommand(this, _session);

    /// <summary>A command that compiles its own statement, for the session to keep.</summary>
    public SqliteCommand CreateOwnCommand() => base.CreateCommand();

    private sealed class KeptCommand : SqliteCommand
    {
        private readonly SqliteSession _session;
        private SqliteCommand? _kept;

        public KeptCommand(SqliteConnection connection, SqliteSession session)
        {
            Connection = connection;
            _session = session;
        }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            GiveBack();
            _kept = _session.Take(CommandText);
            foreach (SqliteParameter parameter in Parameters)
            {
                _kept.Parameters.Add(parameter);
            }

            return _kept.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            GiveBack();
            base.Dispose(disposing);
        }

        private void GiveBack()
        {
            if (_kept is not null)
            {
                _kept.Parameters.Clear();
                _session.Return(_kept);
                _kept = null;
            }
        }
    }
}
