using System.Security.Cryptography;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>What the first person says of the agency and of themselves.</summary>
public sealed record SetUpRequest
{
    public Field<string> Agency { get; init; }

    public Field<string> TimeZone { get; init; }

    public Field<string> Email { get; init; }

    public Field<string> Name { get; init; }

    public Field<string> Password { get; init; }
}

/// <summary>
/// Makes the first owner of an installation that nobody can sign in to, for whoever can read its log: there stands a link with a token. The token is made
/// with the keys that all instances share, and so holds at each of them, until somebody has an account. Then it is over for good.
/// </summary>
public sealed partial class SetUp(Store store, Agencies agencies, Passes passes, Settings settings, IDataProtectionProvider protection, ILogger<SetUp> log)
{
    public const string Page = Web.Interface.Root + "/setup";

    private const string AnyoneSql = "SELECT 1 FROM users LIMIT 1";

    private const string HoldSql = "UPDATE agencies SET name = name WHERE id = @agency RETURNING 1";

    private const string Meant = "first owner";

    private readonly IDataProtector _tokens = protection.CreateProtector(nameof(SetUp));

    // Accounts are never deleted: once there is one, there is always one.
    private volatile bool _isOver = settings.DemoPeople;

    /// <summary>A link with a token, under an address of this server.</summary>
    public string Link(string address) => $"{address}{Page}?token={_tokens.Protect(Meant)}";

    /// <summary>Tells the operator where to begin, while there is nobody who could.</summary>
    public async Task Announce(CancellationToken cancel)
    {
        if (settings.IsWeb && await IsOpen(cancel))
        {
            var link = Link(settings.PublicUrl ?? Reached(settings.Urls.Split(';')[0]));
            Log.Nobody(log, link);
        }
    }

    /// <summary>Whether nobody has an account yet.</summary>
    public async ValueTask<bool> IsOpen(CancellationToken cancel)
    {
        if (!_isOver)
        {
            using var sql = store.ReadAcross();
            _isOver = await sql.First(AnyoneSql, row => row.Int(), cancel) == 1;
        }

        return !_isOver;
    }

    /// <summary>Whether a token opens the page. One that is wrong, or comes too late, is noted, as often as one may try to sign in from an address.</summary>
    public async ValueTask<bool> Opens(string? token, HttpContext context)
    {
        var (isOurs, isOpen) = (IsOurs(token), await IsOpen(context.RequestAborted));
        if (isOurs != isOpen && token is not null && !settings.DemoPeople)
        {
            await NoteRefused(isOurs ? "used" : "wrong", context);
        }

        return isOurs && isOpen;
    }

    public async Task<Outcome<NewMember>> Run(string? token, SetUpRequest request, HttpContext context, CancellationToken cancel)
    {
        if (!await Opens(token, context) || await agencies.Find(Agency.DefaultId, cancel) is not { } agency)
        {
            return MailedLinks.IsOver;
        }

        var first = new Actor(agency, request.Email.Value ?? "") { IsAcross = true, Address = Callers.AddressOf(context), TraceId = context.TraceIdentifier };
        var outcome = await store.Write(first, db => Handle(request, db, cancel), cancel);
        passes.ForgetAgency(agency.Id);
        return outcome;
    }

    private static async Task<Outcome<NewMember>> Handle(SetUpRequest request, LintelDb db, CancellationToken cancel)
    {
        // Held until this is kept: of two who come at once, the second one finds the first one's account.
        await db.Sql.First(HoldSql, row => row.Int(), cancel);
        if (await db.Users.AnyAsync(cancel))
        {
            return MailedLinks.IsOver;
        }

        var check = new Check(db.Agency);
        check.Required("agency", check.Text("agency", request.Agency, CreateAgency.LongestName));
        if (check.Failed)
        {
            return check.Refusal;
        }

        var changed = await UpdateAgency.Handle(new AgencyRequest { Name = request.Agency, TimeZone = request.TimeZone }, db, cancel);
        return changed.Refusal is { } refusal ? refusal : await CreateUser.Handle(
            new UserRequest { Email = request.Email, Name = request.Name, Role = Field<Role?>.Sent(Role.Owner), Password = request.Password }, db, cancel);
    }

    private async Task NoteRefused(string token, HttpContext context)
    {
        var address = Callers.AddressOf(context) ?? "";
        var mayTry = await store.Write(Actor.Nobody, db => SignIn.Attempt(Secret.Hash(Page), address, db, context.RequestAborted), context.RequestAborted);
        if (mayTry.Value && await agencies.Find(Agency.DefaultId, context.RequestAborted) is { } agency)
        {
            var stranger = new Actor(agency, "stranger") { Address = address, TraceId = context.TraceIdentifier };
            await store.Write<bool>(
                stranger,
                async db =>
                {
                    await db.Note(AuditAction.Refused, "setup", null, null, new { Token = token }, context.RequestAborted);
                    return true;
                },
                context.RequestAborted);
        }
    }

    private bool IsOurs(string? token)
    {
        try
        {
            return token is { Length: > 0 and < 1_000 } && _tokens.Unprotect(token) == Meant;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Where a server that listens everywhere is reached from beside it.</summary>
    private static string Reached(string url) => BindingAddress.Parse(url) is { Host: "0.0.0.0" or "[::]" or "*" or "+" } any
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{any.Scheme}://localhost:{any.Port}")
        : url.TrimEnd('/');

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Nobody has an account yet. The agency's owner makes theirs at {Link}")]
        public static partial void Nobody(ILogger logger, string link);
    }
}
