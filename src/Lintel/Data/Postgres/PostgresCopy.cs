using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Lintel.Data.Postgres;

/// <summary>Collects rows of one table as EF would write the entities, each with the next id, and copies them in many at a time.</summary>
internal sealed class PostgresCopy<T>
    where T : class, IAgencyOwned
{
    private readonly Column[] _columns;
    private readonly string _into;
    private readonly long _agencyId;
    private readonly List<(T Entity, long Id, long LeadId)> _rows = [];

    public PostgresCopy(IModel model, long agencyId, long nextId)
    {
        var type = model.FindEntityType(typeof(T))!;
        (_agencyId, NextId) = (agencyId, nextId);
        _columns = [.. type.GetProperties().Select(property => new Column(property))];
        _into = $"COPY \"{type.GetTableName()}\" ({string.Join(", ", _columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN (FORMAT binary)";
    }

    public long NextId { get; private set; }

    /// <returns>The row's id.</returns>
    public long Add(T entity, long leadId = 0)
    {
        _rows.Add((entity, NextId, leadId));
        return NextId++;
    }

    public async ValueTask Flush(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(_into, cancel);
        copy.Timeout = TimeSpan.Zero;
        foreach (var (entity, id, leadId) in _rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in _columns)
            {
                var value = column.Given switch
                {
                    nameof(Lead.Id) => id,
                    nameof(IAgencyOwned.AgencyId) => _agencyId,
                    nameof(Interaction.LeadId) => leadId,
                    _ => column.ValueOf(entity),
                };
                await (value is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, column.Type, cancel));
            }
        }

        await copy.CompleteAsync(cancel);
        _rows.Clear();
    }

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly Func<object?, object?> _convert = property.GetTypeMapping().Converter?.ConvertToProvider ?? (value => value);

        public string Name { get; } = property.GetColumnName();

        public NpgsqlDbType Type { get; } = PostgresTypes.Of(property);

        /// <summary>The property's name where its value is given, and not on the entity yet.</summary>
        public string? Given { get; } = property.Name is nameof(Lead.Id) or nameof(IAgencyOwned.AgencyId) or nameof(Interaction.LeadId) ? property.Name : null;

        public object? ValueOf(T entity) => _convert(_getter.GetClrValue(entity));
    }
}
