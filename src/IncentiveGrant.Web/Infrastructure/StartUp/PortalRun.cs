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
        }
        catch (Exception refusal) when (refusal is StartRefusedException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        await app.RunAsync();
        return 0;
    }
}
