using System.Globalization;
using System.Text.Json;
using Lintel.Model;
using Microsoft.Data.Sqlite;

namespace Lintel.Data.Sqlite;

/// <summary>Reads on a session as one agency, and of its leads what is seen.</summary>
public sealed class SqliteReader(SqliteSession session, long agencyId, Sight? sight = null) : SqlReader
{
    public override ValueTask<TextSearch> Search(string text, CancellationToken cancel) => SqliteSearch.For(text, this, cancel);

    public override ValueTask<Answer> Open(string sql, Arg[] args, CancellationToken cancel)
    {
        var command = session.Take(Translate(sight is null ? sql : SeenByAgent.Statement(sql, sight, "main.")));
        try
        {
            if (command.Parameters.Count == 0)
            {
                command.Parameters.Add(new SqliteParameter("@agency", SqliteType.Integer));
                command.Parameters.Add(new SqliteParameter("@viewer", SqliteType.Integer));
                foreach (var arg in args)
                {
                    command.Parameters.Add(new SqliteParameter { ParameterName = "@" + arg.Name });
                }

                command.Prepare();
            }

            command.Parameters[0].Value = agencyId;
            command.Parameters[1].Value = sight?.AgentId ?? 0;
            for (var i = 0; i < args.Length; i++)
            {
                command.Parameters[i + 2].Value = ToDatabase(args[i].Value);
            }

            return ValueTask.FromResult<Answer>(new SqliteAnswer(session, command, command.ExecuteReader()));
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    private static string Translate(string sql) => sql
        .Replace(" each(", " json_each(", StringComparison.Ordinal)
        .Replace(" FOR NO KEY UPDATE", "", StringComparison.Ordinal)
        .Replace(" SKIP LOCKED", "", StringComparison.Ordinal);

    private static object ToDatabase(object? value) => value switch
    {
        null => DBNull.Value,
        DateTime time => Milliseconds.Of(time),
        Enum => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> texts when value is not string => JsonSerializer.Serialize(texts),
        IEnumerable<DateTime> times => JsonSerializer.Serialize(times.Select(Milliseconds.Of)),
        IEnumerable<long> numbers => JsonSerializer.Serialize(numbers),
        Rows rows => rows.Json,
        _ => value,
    };

    private sealed class SqliteAnswer(SqliteSession session, SqliteCommand command, SqliteDataReader data) : Answer(data, new SqliteRow(data))
    {
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            session.Return(command);
        }
    }
}
