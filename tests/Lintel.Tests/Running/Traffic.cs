using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace Lintel.Tests.Running;

/// <summary>
/// People who write and agents who note, each after the other as fast as they are answered. It remembers what was acknowledged, and whether the
/// database has it: all of it, and nothing by halves.
/// </summary>
public sealed class Traffic
{
    private static readonly HttpStatusCode[] Acknowledged = [HttpStatusCode.OK, HttpStatusCode.Created];

    private readonly ConcurrentBag<Person> _people = [];
    private int _next;

    /// <summary>Answers that were neither an acknowledgement nor a request to come back later.</summary>
    public ConcurrentBag<string> Odd { get; } = [];

    /// <summary>The longest that anybody waited for any answer.</summary>
    public TimeSpan Longest { get; private set; }

    public int Writes => _people.Sum(person => person.Messages + person.Notes);

    /// <summary>How many were asked to come back later.</summary>
    public int Refused => _people.Count(person => person.WasRefused);

    /// <summary>People call until told to stop, or until nobody answers.</summary>
    /// <returns>When the last one has.</returns>
    public Task Run(Uri address, int callers, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await Call(http, new Person($"@person.{Interlocked.Increment(ref _next)}.of.traffic"), stop);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // What was not answered was not acknowledged.
        }
    }));

    /// <summary>Waits until so many writes were acknowledged since now, or nobody calls any more.</summary>
    public async Task Reaches(int writes, Task running)
    {
        var goal = Writes + writes;
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Writes < goal && !running.IsCompleted && await often.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            // Looks again.
        }
    }

    /// <summary>What the database lacks of all that was acknowledged, or has by halves.</summary>
    /// <param name="database">Where all of it should be.</param>
    /// <param name="written">Who wrote what by when that matters; all when left out.</param>
    public async Task<List<string>> Wrong(TestDatabase database, IEnumerable<Written>? written = null)
    {
        var there = (await database.Rows("""
            SELECT l.instagram_handle, l.notes, (SELECT count(*) FROM interactions i WHERE i.agency_id = l.agency_id AND i.lead_id = l.id AND i.direction = 0),
                (SELECT count(*) FROM lead_identities i WHERE i.agency_id = l.agency_id AND i.lead_id = l.id),
                (SELECT count(*) FROM lead_status_changes c WHERE c.agency_id = l.agency_id AND c.lead_id = l.id)
            FROM leads l WHERE l.instagram_handle LIKE '@person.%'
            """)).ToDictionary(row => (string)row[0]!);
        var wrong = there.Values.Where(row => Convert.ToInt64(row[2]) == 0 || Convert.ToInt64(row[3]) == 0 || Convert.ToInt64(row[4]) == 0)
            .Select(row => $"half of {row[0]}").ToList();
        foreach (var person in written ?? Now())
        {
            if (!there.TryGetValue(person.Handle, out var row))
            {
                wrong.Add($"{person.Handle} is not there");
            }
            else if (Convert.ToInt64(row[2]) < person.Messages || Note((string?)row[1]) < person.Notes)
            {
                wrong.Add($"{person.Handle} has {row[2]} messages and \"{row[1]}\", not {person.Messages} and {person.Notes}");
            }
        }

        return wrong;
    }

    /// <summary>Who has had what acknowledged.</summary>
    public List<Written> Now() => [.. _people.Where(person => person.Messages > 0).Select(person => new Written(person.Handle, person.Messages, person.Notes))];

    private static int Note(string? notes) => int.Parse(notes?.Split(' ')[1] ?? "0");

    /// <summary>Writes twice, with notes in between.</summary>
    private async Task Call(HttpClient http, Person person, CancellationToken stop)
    {
        _people.Add(person);
        while (!stop.IsCancellationRequested && person.Notes < 2)
        {
            var message = await Send(http, person, HttpMethod.Post, "/leads/instagram-inquiry", new
            {
                instagram_handle = person.Handle,
                message = "Looking for a 2-bedroom in Central, 30k",
            });
            if (message is null)
            {
                return;
            }

            person.Messages++;
            if (await Send(http, person, HttpMethod.Put, $"/leads/{(long)message["lead"]!["id"]!}", new { notes = $"note {person.Notes + 1}" }) is null)
            {
                return;
            }

            person.Notes++;
        }
    }

    private async Task<JsonNode?> Send(HttpClient http, Person person, HttpMethod method, string path, object body)
    {
        var since = TimeProvider.System.GetTimestamp();
        var answer = await http.SendJson(method, path, body);
        var took = TimeProvider.System.GetElapsedTime(since);
        Longest = took > Longest ? took : Longest;
        if (Acknowledged.Contains(answer.Status))
        {
            return answer.Body;
        }

        person.WasRefused = true;
        if (answer.Status is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage))
        {
            Odd.Add($"{method} {path}: {answer.Status} {answer.Text}");
        }

        return null;
    }

    /// <summary>What somebody was told to be kept.</summary>
    public sealed record Written(string Handle, int Messages, int Notes);

    private sealed class Person(string handle)
    {
        public string Handle { get; } = handle;

        public int Messages { get; set; }

        public int Notes { get; set; }

        public bool WasRefused { get; set; }
    }
}
