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
    public static async Task<Results<Ok<AgencyAnswer>, ProblemHttpResult>> Put(LogoRequest request, Change change, Passes passes, Caller caller, CancellationToken cancel)
    {
        var answer = await change.Run(db => Handle(request, db, cancel), agency => TypedResults.Ok(new AgencyAnswer(AgencyView.Of(agency))));
        passes.ForgetAgency(caller.Agency.Id);
        return answer;
    }

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
        : AgencyLogo.TypeOf(picture) is { } type ? await Replace(picture, type, db, cancel)
        : Refusal.Invalid("image", "must be a PNG, JPEG or WebP picture");

    /// <summary>Puts a picture in the place of what is there; null for none.</summary>
    public static async Task<Outcome<Agency>> Replace(byte[]? picture, string contentType, LintelDb db, CancellationToken cancel)
    {
        var agency = await db.Agencies.FirstAsync(agency => agency.Id == db.AgencyId, cancel);
        await db.Set<AgencyLogo>().ExecuteDeleteAsync(cancel);
        agency.LogoVersion = picture is null ? null : Convert.ToHexStringLower(SHA256.HashData(picture))[..16];
        if (picture is not null)
        {
            db.Add(new AgencyLogo { AgencyId = db.AgencyId, ContentType = contentType, Picture = picture });
        }

        await db.SaveChangesAsync(cancel);
        return agency;
    }
}
