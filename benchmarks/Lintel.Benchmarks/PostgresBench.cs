namespace Lintel.Benchmarks;

/// <summary>
/// Inquiries on PostgreSQL with 100,000 leads: one instance against what <c>pgbench</c> reaches with the same statements on the same server, and
/// two instances against one. All of them share this machine's processors with the database.
/// </summary>
public static class PostgresBench
{
    private const int Leads = 100_000;
    private const int Agents = 50;
    private const int Writers = 16;
    private const string Database = "bench";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);

    /// <summary>Until then a third of the processor and more goes into compiling what turned out to be called often.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(45);

    /// <summary>As the demo's agents know them: people ask about all of the city, so no agent is everybody's best.</summary>
    private static readonly string[] Areas =
    [
        "Central", "Wan Chai", "Causeway Bay", "North Point", "Tai Koo", "Chai Wan", "Aberdeen", "Stanley", "Jordan", "Mong Kok", "Kowloon Tong", "Mei Foo",
        "Tsuen Wan", "Sha Tin", "Yuen Long", "Sai Kung",
    ];

    private static int _people;

    public static async Task Run(Report report)
    {
        using var postgres = await PostgresHere.Start();
        var address = await postgres.MakeDatabase(Database);
        await using var superuser = postgres.Superuser(Database);
        await Published.Demo(Leads, Agents, database: address);
        await PostgresHere.Execute(superuser, "UPDATE agents SET max_leads = 10000000, is_active = true");
        await PostgresHere.Execute(superuser, "VACUUM ANALYZE");
        await using var one = await Published.Serve(Folder("one"), address);
        await Inquiries(WarmUp, one);

        var same = await Statements(postgres, superuser, one);
        var most = await same.PerSecond(postgres.Folder, Database, Writers, Duration);
        var alone = await Inquiries(Duration, one);
        var again = await same.PerSecond(postgres.Folder, Database, Writers, Duration);
        var bench = (most + again) / 2;
        report.Line(
            $"inquiry POST ÷ pgbench, {Writers} connections, {same.Count} statements", $"{alone.PerSecond:0} ÷ {bench:0} per s = {alone.PerSecond / bench:P0}", "40 %", alone.PerSecond / bench >= 0.4);
        report.Line($"inquiry POST on PostgreSQL, p99 with {Writers} connections", $"{alone.P99:0.0} ms (median {alone.Median:0.0} ms)");

        await using var other = await Published.Serve(Folder("other"), address);
        await Inquiries(WarmUp, other);
        var both = await Inquiries(Duration, one, other);
        report.Line(
            $"two instances ÷ one, {Environment.ProcessorCount} processors for them, the database and the callers",
            $"{both.PerSecond:0} ÷ {alone.PerSecond:0} per s = {both.PerSecond / alone.PerSecond:0.00}×",
            "1.5×",
            both.PerSecond / alone.PerSecond >= 1.5);
    }

    /// <summary>What all instances answer together, each to its share of the callers.</summary>
    private static async Task<(double PerSecond, double Median, double P99)> Inquiries(TimeSpan duration, params Published[] instances)
    {
        var answered = await Task.WhenAll(instances.Select(instance =>
            Load.Run(instance.Address, Writers / instances.Length, duration, _ => Load.Post("/leads/whatsapp-inquiry", Inquiry(NextNumber())))));
        return (answered.Sum(one => one.PerSecond), answered.Max(one => one.Median), answered.Max(one => one.P99));
    }

    /// <summary>What one inquiry sends, as the server logs it.</summary>
    private static async Task<SameStatements> Statements(PostgresHere postgres, Npgsql.NpgsqlDataSource superuser, Published lintel)
    {
        var log = Path.Combine(postgres.Folder, "log");
        await PostgresHere.Execute(superuser, "ALTER SYSTEM SET log_line_prefix = '%p '");
        await PostgresHere.Execute(superuser, "ALTER SYSTEM SET log_statement = 'all'");
        await PostgresHere.Execute(superuser, "SELECT pg_reload_conf()");
        using var http = new HttpClient { BaseAddress = lintel.Address };
        while (true)
        {
            var before = new FileInfo(log).Length;
            var number = NextNumber();
            using var body = new StringContent(Inquiry(number), System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("/leads/whatsapp-inquiry", UriKind.Relative), body);
            answer.EnsureSuccessStatusCode();
            var lead = await PostgresHere.Number(superuser, "SELECT max(id) FROM leads");
            var agent = await PostgresHere.Number(superuser, "SELECT assigned_agent_id FROM leads ORDER BY id DESC LIMIT 1");
            var text = await File.ReadAllTextAsync(log);

            // A small id could be taken for another value, and the setting takes a moment until every connection has it.
            if (agent > 9 && text[(int)before..].Contains("INSERT INTO leads", StringComparison.Ordinal))
            {
                await PostgresHere.Execute(superuser, "ALTER SYSTEM RESET log_statement");
                await PostgresHere.Execute(superuser, "SELECT pg_reload_conf()");
                return SameStatements.Of(text[(int)before..], number, lead, agent, Agents);
            }
        }
    }

    private static string NextNumber() => $"+8617{Interlocked.Increment(ref _people):D9}";

    private static string Inquiry(string number) =>
        $$"""{"whatsapp_number": "{{number}}", "name": "John Chan", "message": "Looking for 2-bedroom apartment in {{Areas[_people % Areas.Length]}}"}""";

    /// <summary>What an instance keeps beside the database, for the run.</summary>
    private static string Folder(string name)
    {
        var folder = Directory.CreateTempSubdirectory($"lintel-bench-{name}-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
