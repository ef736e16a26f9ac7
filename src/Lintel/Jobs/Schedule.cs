using Lintel.Accounts;
using Lintel.Backups;
using Lintel.FollowUps;
using Lintel.Imports;
using Lintel.Privacy;
using Lintel.Scoring;
using Quartz;

namespace Lintel.Jobs;

/// <summary>
/// Every recurring job, each in its line: at the start, for what became due while nothing ran, and then each time this long has passed. On PostgreSQL one
/// of the instances does it, wherever it comes first; none begins again while it runs. One that fails is logged and tried again at its next turn.
/// </summary>
public static class Schedule
{
    public static void AddSchedule(this IServiceCollection services, Settings settings)
    {
        services.AddQuartz(jobs =>
        {
            Every(TimeSpan.FromMinutes(1), "rescore what is due", (RescoreDue job, CancellationToken cancel) => job.Run(cancel));
            Every(TimeSpan.FromMinutes(1), "announce what is due", (AnnounceDue job, CancellationToken cancel) => job.Run(cancel));
            Every(TimeSpan.FromMinutes(10), "forget old answers", (ForgetAnswers job, CancellationToken cancel) => job.Run(cancel));
            Every(TimeSpan.FromMinutes(10), "forget what was delivered", (ForgetDelivered job, CancellationToken cancel) => job.Run(cancel));
            Every(TimeSpan.FromHours(1), "forget old access", (ForgetAccess job, CancellationToken cancel) => job.Run(cancel));
            Every(TimeSpan.FromHours(1), "forget old imports", (ForgetRows job, CancellationToken cancel) => job.Run(cancel));
            Every(TimeSpan.FromMinutes(10), "keep backups", (KeepBackups job, CancellationToken cancel) => job.Run(cancel));
            Every(TimeSpan.FromHours(1), "erase whom nobody needs any more", (EraseExpired job, CancellationToken cancel) => job.Run(cancel));

            void Every(TimeSpan period, string name, Delegate job)
            {
                jobs.AddJob(name, job, detail => detail.DisallowConcurrentExecution());
                jobs.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).StartNow()
                    .WithSimpleSchedule(turns => turns.WithInterval(period).RepeatForever()));
            }

            if (settings.Database is { } database)
            {
                jobs.ConfigureScheduler(scheduler => scheduler.InstanceName = "lintel");
                jobs.UsePersistentStore(store =>
                {
                    store.UsePostgres(database);
                    store.UseClustering();
                });
            }
        });
        services.AddHostedService<RunSchedule>();
    }
}
