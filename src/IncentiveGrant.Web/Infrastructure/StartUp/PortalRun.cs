using IncentiveGrant.Web.Demo;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure.StartUp;

/// <summary>Starts and runs the portal.</summary>
public static class PortalRun
{
    /// <summary>Registers what starting needs.</summary>
    public static void AddPortalStart(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ListenAddresses.From(configuration));
        services.AddScoped<PortalStart>();
        services.AddScoped<DemoData>();
    }

    /// <summary>
    /// Prepares the portal and serves until it is stopped. Where it must not start, it says why on standard error, without a stack trace.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunPortalAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PortalStart>().PrepareAsync(app.Lifetime.ApplicationStopping);
            if (scope.ServiceProvider.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
                await LoadDemoAsync(scope.ServiceProvider, app.Lifetime.ApplicationStopping);
        }
        catch (Exception refusal) when (refusal is StartRefusedException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        await app.RunAsync();
        return 0;
    }

    private static async Task LoadDemoAsync(IServiceProvider services, CancellationToken cancel)
    {
        var demo = services.GetRequiredService<DemoData>();
        if (await demo.IsLoadedAsync(cancel)) return;
        await Console.Out.WriteLineAsync("デモのデータを取り込んでいます（数秒から数十秒かかります）…");
        var outcome = await demo.LoadAsync(cancel);
        if (outcome.IsRefused) throw new StartRefusedException(string.Join('\n', outcome.Lines));
    }
}
