using System.Diagnostics;
using System.Net.Http.Json;
using Lintel.Accounts;
using Lintel.Cli;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lintel.Benchmarks;

/// <summary>
/// What it costs to be known: the same call to the same server, by a key, by a session, and by nobody, whom the open API answers as well. The three take
/// short turns, so that a machine that is busy for a while is busy for all of them, and what the processor did is told beside what came of it.
/// </summary>
public static class AccessBench
{
    private const int Leads = 2_000;
    private const int Callers = 32;
    private const int Rounds = 15;
    private const double Most = 0.1;
    private const string Email = "owner@example.com";
    private const string Password = "seven grey herons at low tide";
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(600);

    public static async Task Run(Report report)
    {
        var folder = await Published.Demo(Leads);
        var builder = CommandLine.NewBuilder();
        builder.Logging.ClearProviders();
        await using var app = Server.Build(builder, new Settings { Urls = "http://127.0.0.1:0", Data = folder, OpenApi = true });
        await app.StartAsync();
        var server = new Uri(app.Urls.First());
        var key = await Key(app.Services.GetRequiredService<Store>(), await app.Services.GetRequiredService<Agencies>().Find(Agency.DefaultId, default));
        var cookie = await Cookie(server);

        string[] headers = ["", $"Authorization: Bearer {key}\r\n", $"Cookie: {cookie}\r\n"];
        foreach (var header in headers)
        {
            await Take(server, header);
        }

        var rounds = new List<Turned[]>();
        for (var round = 0; round < Rounds; round++)
        {
            var turns = new Turned[headers.Length];
            for (var who = 0; who < headers.Length; who++)
            {
                turns[who] = await Take(server, headers[who]);
            }

            rounds.Add(turns);
        }

        Tell("by key", 1);
        Tell("by session", 2);
        await app.StopAsync();

        double Middle(Func<Turned[], double> figure) => rounds.Select(figure).Order().ElementAt(Rounds / 2);

        void Tell(string what, int who)
        {
            var (open, known) = (Middle(turns => turns[0].PerSecond), Middle(turns => turns[who].PerSecond));
            var costs = 1 - Middle(turns => turns[who].PerSecond / turns[0].PerSecond);
            var works = Middle(turns => turns[who].Processor / turns[0].Processor) - 1;
            report.Line($"what GET /leads/{{id}} {what} costs beside the open API", $"{known:0} ÷ {open:0} per s = {costs:P1} less; {works:P1} more processor time", $"{Most:P0}", costs < Most);
        }
    }

    private static async Task<Turned> Take(Uri server, string header)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        var measured = await Load.Run(server, Callers, Turn, n => Load.Get($"/leads/{(n * 7919 % Leads) + 1}", header));
        self.Refresh();
        return new(measured.PerSecond, (self.TotalProcessorTime - before).TotalSeconds / (measured.PerSecond * Turn.TotalSeconds));
    }

    private static async Task<string> Key(Store store, Agency? agency)
    {
        var owner = new Actor(agency!, "bench") { IsAcross = true };
        await store.Write(owner, db => CreateUser.Handle(
            new UserRequest { Email = Field<string>.Sent(Email), Role = Field<Role?>.Sent(Role.Owner), Password = Field<string>.Sent(Password) }, db, default), default);
        var made = await store.Write(
            owner, db => CreateKey.Handle(new KeyRequest { Name = Field<string>.Sent("bench"), Scope = Field<Scope?>.Sent(Scope.Read) }, db, default), default);
        return made.Value.Key;
    }

    private static async Task<string> Cookie(Uri server)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var answer = await http.PostAsJsonAsync("/auth/sign-in", new { email = Email, password = Password });
        return answer.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <param name="PerSecond">Answers.</param>
    /// <param name="Processor">Seconds of processor time for one, the client's share included.</param>
    private sealed record Turned(double PerSecond, double Processor);
}
