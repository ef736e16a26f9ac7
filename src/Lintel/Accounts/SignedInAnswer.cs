using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>A person.</summary>
public sealed record UserView(long Id, string Email, string Name)
{
    private const string Sql = "SELECT id, email, name FROM users WHERE id = @id";

    public static ValueTask<UserView?> Load(long id, SqlReader sql, CancellationToken cancel) =>
        sql.First(Sql, row => new UserView(row.Long(), row.Text(), row.Text()), cancel, ("id", id));
}

/// <summary>An agency and its conventions.</summary>
/// <param name="TimeZone">IANA name; days, and times sent without an offset, are meant in it.</param>
/// <param name="Currency">ISO 4217 code of every amount of money.</param>
/// <param name="Region">ISO 3166 region by which a phone number without a country code is read.</param>
/// <param name="Languages">What it speaks with the people who ask, the preferred first: en, zh.</param>
/// <param name="WorkingHours">When it works, as schema.org writes opening hours, a stretch an entry.</param>
/// <param name="Logo">Where its picture is got; null without one.</param>
public sealed record AgencyView(
    long Id,
    string Name,
    string TimeZone,
    string Currency,
    string Region,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> WorkingHours,
    string? Logo,
    bool AgentsSeeUnassigned)
{
    public static AgencyView Of(Agency agency) => new(
        agency.Id, agency.Name, agency.TimeZone, agency.Currency, agency.Region, agency.Languages, agency.WorkingHours, agency.Logo,
        agency.AgentsSeeUnassigned);
}

/// <summary>Who is signed in, for which agency, and as what.</summary>
public sealed record SignedInAnswer(UserView User, AgencyView Agency, Role Role)
{
    public bool Success => true;

    public static async ValueTask<SignedInAnswer> Of(Actor actor, Store store, CancellationToken cancel)
    {
        using var sql = store.Read(actor.Agency.Id);
        return new((await UserView.Load(actor.UserId!.Value, sql, cancel))!, AgencyView.Of(actor.Agency), actor.Role);
    }
}
