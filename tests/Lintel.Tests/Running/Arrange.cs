using System.Net;
using System.Text.Json.Nodes;
using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;
using Lintel.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Tests.Running;

/// <summary>What a test needs to be there before it begins.</summary>
public static class Arrange
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<long> Property(this LintelServer lintel, string title, string? sourceId, long? price = null) => lintel.Write(async db =>
    {
        var property = new Property
        {
            AgencyId = db.AgencyId,
            Title = title,
            Source = "28hse",
            SourceId = sourceId,
            Price = price,
            Area = "Central",
            CreatedAt = db.Now,
            UpdatedAt = db.Now,
        };
        db.Properties.Add(property);
        await db.SaveChangesAsync(Cancel);
        return property.Id;
    });

    /// <summary>Creates a lead by the API; gives its id.</summary>
    public static async Task<long> Lead(this LintelServer lintel, object fields)
    {
        var answer = await lintel.Http.PostJson("/leads", fields);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return (long)answer["lead"]["id"]!;
    }

    public static async Task Status(this LintelServer lintel, long lead, params string[] statuses)
    {
        foreach (var status in statuses)
        {
            Assert.Equal(HttpStatusCode.OK, (await lintel.Http.PutJson($"/leads/{lead}", new { status })).Status);
        }
    }

    /// <summary>Writes a message into a lead's timeline, with all that follows from it.</summary>
    public static Task Message(
        this LintelServer lintel, long leadId, Direction direction, bool automated = false, long? agentId = null, string text = "Hello",
        InteractionType type = InteractionType.Message) => lintel.Write(async db =>
        {
            var lead = await db.Leads.FirstAsync(lead => lead.Id == leadId, Cancel);
            lead.Record(
                new Interaction
                {
                    Type = type,
                    Channel = Channel.Whatsapp,
                    Direction = direction,
                    Message = text,
                    IsAutomated = automated,
                    AgentId = agentId,
                    CreatedAt = db.Now,
                },
                db.By);
            lead.Rate(db.Now);
            await db.SaveChangesAsync(Cancel);
            return true;
        });

    public static async Task<T> Write<T>(this LintelServer lintel, Func<LintelDb, Task<T>> work)
    {
        var agency = (await lintel.Service<Agencies>().Find(Agency.DefaultId, Cancel))!;
        return (await lintel.Store.Write<T>(new Actor(agency, "test"), async db => await work(db), Cancel)).Value;
    }

    /// <summary>Asserts that JSON says the same, however its numbers and spaces are written.</summary>
    public static void Same(string expected, JsonNode? actual)
    {
        var node = JsonNode.Parse(expected);
        if (!JsonNode.DeepEquals(node, actual))
        {
            Assert.Equal(node?.ToJsonString(), actual?.ToJsonString());
        }
    }
}
