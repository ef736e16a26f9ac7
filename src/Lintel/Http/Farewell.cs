namespace Lintel.Http;

/// <summary>
/// Between being told to stop and taking no more connections the server goes on answering, and says that it is not ready: a load balancer has
/// time to notice, and sends nothing more, before anything could be refused.
/// </summary>
internal sealed class Farewell(TimeProvider clock) : IHostedLifecycleService
{
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(2);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(Notice, clock, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
