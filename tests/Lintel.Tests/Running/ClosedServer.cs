using System.Net;
using Lintel.Accounts;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Tests.Running;

/// <summary>A test class whose every test has a server to itself that answers nobody without credentials, as in production.</summary>
/// <param name="publicUrl">Where it is told that it is; null when it is not told.</param>
public abstract class ClosedServer(string? publicUrl = null) : IAsyncLifetime
{
    public const string Password = "a rather long secret";

    protected const long DefaultAgency = 1;

    private readonly List<HttpClient> _clients = [];
    private int _people;

    protected LintelServer Lintel { get; } = new() { Set = settings => settings with { OpenApi = false, PublicUrl = publicUrl } };

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Lintel.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Lintel.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<long> Agency(string name) =>
        (await Write(null, db => CreateAgency.Handle(new AgencyRequest { Name = Field<string>.Sent(name) }, db, Cancel))).Id;

    /// <summary>A client with a key in its headers.</summary>
    protected async Task<HttpClient> Key(Scope scope, long agency = DefaultAgency, string name = "script") => WithKey(await KeyText(scope, agency, name));

    protected async Task<string> KeyText(Scope scope, long agency = DefaultAgency, string name = "script") => (await Write(
        agency, db => CreateKey.Handle(new KeyRequest { Name = Field<string>.Sent(name), Scope = Field<Scope?>.Sent(scope) }, db, Cancel))).Key;

    protected HttpClient WithKey(string key)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>A member with <see cref="Password"/>; gives the email.</summary>
    protected async Task<string> Member(Role role, long agency = DefaultAgency, long? agentId = null, string? email = null)
    {
        email ??= $"person{++_people}@example.com";
        var request = new UserRequest
        {
            Email = Field<string>.Sent(email),
            Role = Field<Role?>.Sent(role),
            AgentId = agentId is null ? default : Field<long?>.Sent(agentId),
            Password = Field<string>.Sent(Password),
        };
        await Write(agency, db => CreateUser.Handle(request, db, Cancel));
        return email;
    }

    /// <summary>A client that has signed in, with its cookie and what its changes carry.</summary>
    protected async Task<HttpClient> SignedIn(string email)
    {
        var client = Client();
        Assert.Equal(HttpStatusCode.OK, (await client.PostJson("/auth/sign-in", new { email, password = Password })).Status);
        client.DefaultRequestHeaders.Add(SessionCookie.CsrfHeader, (string?)(await client.GetJson("/auth/me"))["csrf_token"]);
        return client;
    }

    /// <summary>A client with a cookie jar of its own.</summary>
    protected HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Lintel.Http.BaseAddress };
        _clients.Add(client);
        return client;
    }

    private async Task<T> Write<T>(long? agency, Func<LintelDb, Task<Outcome<T>>> work)
    {
        var actor = Actor.Nobody with { Name = "test" };
        actor = agency is { } id ? actor with { Agency = (await Lintel.Service<Agencies>().Find(id, Cancel))! } : actor;
        return (await Lintel.Store.Write(actor, work, Cancel)).Value;
    }
}
