using System.Security.Cryptography;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>A picture to be known by.</summary>
public sealed record LogoRequest
{
    /// <summary>A PNG, JPEG or WebP picture of at most 200,000 bytes, in base64.</summary>
    [Text((AgencyLogo.MostBytes + 2) / 3 * 4, Required = true)]
    public Field<string> Image { get; init; }
}

public static class SetLogo
{
    /// <summary>Gives the agency a logo, in place of the one it had. It stands beside its name on every page.</summary>
    public static Task<Results<Ok<AgencyAnswer>, ProblemHttpResult>> Put(
        LogoRequest request, Change change, Passes passes, Caller caller, CancellationToken cancel) =>
        UpdateAgency.Run(db => Handle(request, db, cancel), change, passes, caller);

    public static async Task<Outcome<Agency>> Handle(LogoRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var image = check.Plain("image", request.Image);
        check.Required("image", image);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var picture = new byte[image.Value!.Length];
        return Convert.TryFromBase64String(image.Value, picture, out var length)
            ? await Handle(picture[..length], db, cancel)
            : Refusal.Invalid("image", "must be in base64");
    }

    /// <param name="picture">The file, whole.</param>
    /// <param name="db">The agency's unit of work.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Outcome<Agency>> Handle(byte[] picture, LintelDb db, CancellationToken cancel) =>
        picture.Length > AgencyLogo.MostBytes ? Refusal.Invalid("image", $"must be at most {AgencyLogo.MostBytes} bytes")
        : AgencyLogo.TypeOf(picture) is { } type ? await Replace(new() { AgencyId = db.AgencyId, ContentType = type, Picture = picture }, db, cancel)
        : Refusal.Invalid("image", "must be a PNG, JPEG or WebP picture");

    /// <summary>Puts a logo in the place of what is there; null for none.</summary>
    internal static async Task<Outcome<Agency>> Replace(AgencyLogo? logo, LintelDb db, CancellationToken cancel)
    {
        var agency = await db.Agencies.FirstAsync(agency => agency.Id == db.AgencyId, cancel);
        await db.Set<AgencyLogo>().ExecuteDeleteAsync(cancel);
        agency.LogoVersion = logo is null ? null : Convert.ToHexStringLower(SHA256.HashData(logo.Picture))[..16];
        if (logo is not null)
        {
            db.Add(logo);
        }

        await db.SaveChangesAsync(cancel);
        return agency;
    }
}
