namespace Lintel.Http.Limits;

public static class CallLimitsSetup
{
    public static void AddCallLimits(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<CallLimits>();
        services.AddSingleton<CallCounts>();
        if (settings.Redis is null)
        {
            services.AddSingleton<ICallCounts>(provider => provider.GetRequiredService<CallCounts>());
        }
        else
        {
            services.AddSingleton<ICallCounts, SharedCallCounts>();
        }
    }
}
