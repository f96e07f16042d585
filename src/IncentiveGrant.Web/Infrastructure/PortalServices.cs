using System.Globalization;
using System.Net;
using IncentiveGrant.Data.Analysis;
using IncentiveGrant.Data.Jurisdictions;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Data.Publications;
using IncentiveGrant.Data.Results;
using IncentiveGrant.Web.Imports;
using IncentiveGrant.Web.Pdf;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>Registers the portal's services, one method a subject.</summary>
public static class PortalServices
{
    /// <summary>RequestId is the reference number of the error page; what no request did has none.</summary>
    private const string LogLine = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {RequestId} {Message:lj}{NewLine}{Exception}";

    /// <summary>Settings: checked when the portal starts, so that a wrong value stops it with its name.</summary>
    public static void AddPortalOptions(this IServiceCollection services, IConfiguration configuration)
    {
        Bind<DatabaseOptions>(DatabaseOptions.Section);
        Bind<StorageOptions>(StorageOptions.Section);
        Bind<DemoOptions>(DemoOptions.Section);
        Bind<ProxyOptions>(ProxyOptions.Section);
        Bind<PdfOptions>(PdfOptions.Section);
        services.AddSingleton(TimeProvider.System);

        void Bind<T>(string section)
            where T : class => services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
    }

    /// <summary>
    /// Logs by Serilog: console and a file a day. A command keeps standard output for its result, so its log goes to standard error.
    /// </summary>
    public static void AddPortalLogging(this IServiceCollection services, IConfiguration configuration, StorageOptions storage, bool isCommand)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", isCommand ? LogEventLevel.Warning : LogEventLevel.Information)
            // EF asks a new database for its history and reports that there is none as an error; whatever else fails ends the command with its reason.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database", isCommand ? LogEventLevel.Fatal : LogEventLevel.Warning)
            .MinimumLevel.Is(isCommand ? LogEventLevel.Warning : LogEventLevel.Information)
            .ReadFrom.Configuration(configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(
                outputTemplate: LogLine, standardErrorFromLevel: isCommand ? LogEventLevel.Verbose : null, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                Path.Combine(storage.Path, "log", "portal-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 90, shared: true,
                outputTemplate: LogLine, formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
        services.AddLogging(logging => logging.ClearProviders().AddSerilog(logger, dispose: true));
    }

    /// <summary>Client address and scheme as the proxies in <see cref="ProxyOptions"/> forward them; without any, nothing is forwarded.</summary>
    public static void AddPortalProxy(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((forwarded, proxy) =>
        {
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var address in proxy.Value.KnownProxies) forwarded.KnownProxies.Add(IPAddress.Parse(address));
            foreach (var network in proxy.Value.KnownNetworks) forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            forwarded.ForwardedHeaders = forwarded.KnownProxies.Count + forwarded.KnownIPNetworks.Count > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                : ForwardedHeaders.None;
        });

    /// <summary>Score boards, and the files that are made of them to take away.</summary>
    public static void AddPortalScoreBoards(this IServiceCollection services)
    {
        services.AddSingleton<ScoreBoardCache>();
        services.AddScoped<ScoreBoards>();
        services.AddSingleton<ScoreSource>();
        services.AddScoped<TakeAway>();
        services.AddScoped<AcknowledgementStore>();
        services.AddSingleton<ReconciledResults>();
        services.AddScoped<ReconciledFigures>();
    }

    /// <summary>What loads files, for commands and the demonstration.</summary>
    public static void AddPortalImports(this IServiceCollection services)
    {
        services.AddScoped<JurisdictionStore>();
        services.AddScoped<ResultStore>();
        services.AddScoped<JurisdictionsImport>();
        services.AddScoped<PointTableImport>();
        services.AddScoped<PointTableDrafts>();
        services.AddScoped<ResultsImport>();
        services.AddScoped<PublicationStore>();
        services.AddScoped<PublishedFiguresImport>();
    }
}
