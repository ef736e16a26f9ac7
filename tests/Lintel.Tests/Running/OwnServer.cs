namespace Lintel.Tests.Running;

/// <summary>A test class whose every test has a server, a database and a clock to itself, because it counts everything there is.</summary>
public abstract class OwnServer : IAsyncLifetime
{
    protected LintelServer Lintel { get; } = new();

    protected HttpClient Http => Lintel.Http;

    public ValueTask InitializeAsync() => Lintel.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Lintel.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
