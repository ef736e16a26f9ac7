using Lintel.Backups;
using Lintel.FollowUps;
using Lintel.Outbox;
using Lintel.Scoring;

namespace Lintel.Jobs;

/// <summary>Every recurring job, each in its line. A job that fails is logged and tried again at its next turn; none holds up another.</summary>
public sealed partial class Schedule(
    RescoreDue rescoreDue, AnnounceDue announceDue, ForgetAnswers forgetAnswers, ForgetDelivered forgetDelivered, KeepBackups keepBackups,
    TimeProvider clock, ILogger<Schedule> log)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Every(TimeSpan.FromMinutes(1), "rescore what is due", rescoreDue.Run, stoppingToken),
        Every(TimeSpan.FromMinutes(1), "announce what is due", announceDue.Run, stoppingToken),
        Every(TimeSpan.FromMinutes(10), "forget old answers", forgetAnswers.Run, stoppingToken),
        Every(TimeSpan.FromMinutes(10), "forget delivered events", forgetDelivered.Run, stoppingToken),
        Every(TimeSpan.FromMinutes(10), "keep backups", keepBackups.Run, stoppingToken));

    /// <summary>Runs a job at the start, for what became due while nothing ran, and then this long after each turn has ended.</summary>
    private async Task Every(TimeSpan period, string name, Func<CancellationToken, Task> job, CancellationToken stop)
    {
        // Before anything else the server is to start.
        await Task.Yield();
        try
        {
            while (true)
            {
                await Try(name, job, stop);
                await Task.Delay(period, clock, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server stops; what was begun is finished or rolled back.
        }
    }

    private async Task Try(string name, Func<CancellationToken, Task> job, CancellationToken stop)
    {
        try
        {
            await job(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            Log.Failed(log, name, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The job \"{Job}\" failed; it is tried again at its next turn")]
        public static partial void Failed(ILogger logger, string job, Exception failure);
    }
}
