using IncentiveGrant.Data;
using IncentiveGrant.Web.Api;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Health;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Infrastructure.StartUp;
using IncentiveGrant.Web.Operations;
using IncentiveGrant.Web.Pdf;

var isCommand = PortalCommandLine.Handles(args);
// Views, the shipped point table and the demonstration's files lie beside the executable, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = isCommand ? [] : args, ContentRootPath = AppContext.BaseDirectory });

if (SettingsCheck.FaultIn(builder.Configuration) is { } fault)
{
    await Console.Error.WriteLineAsync(fault);
    return 1;
}

// Services
var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
builder.Services.AddPortalOptions(builder.Configuration);
builder.Services.AddPortalDatabase(database.Provider, builder.Configuration.GetConnectionString("Portal") ?? storage.SqliteConnection);
builder.Services.AddPortalLogging(builder.Configuration, storage, isCommand);
builder.Services.AddPortalStart(builder.Configuration);
builder.Services.AddPortalProxy();
builder.Services.AddPortalDataProtection();
builder.Services.AddPortalSignIn();
builder.Services.AddPortalHealth();
builder.Services.AddPortalPdf();
builder.Services.AddPortalScoreBoards();
builder.Services.AddPortalImports();
builder.Services.AddPortalPages();
builder.Services.AddPortalApi();
builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
// Outside Development the files of a build would otherwise be served empty; in a published portal it changes nothing.
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);

var app = builder.Build();
if (isCommand) return await PortalCommandLine.RunAsync(app.Services, args);

// Pipeline
app.UseForwardedHeaders();
app.UseMiddleware<SecurityHeaders>();
app.UseMiddleware<DemoHosts>();
app.UseWhen(context => context.Request.IsApi(), api => api.UseExceptionHandler().UseStatusCodePages());
app.UseWhen(context => !context.Request.IsApi(), pages => pages.UseExceptionHandler("/error/500").UseStatusCodePagesWithReExecute("/error/{0}"));
app.UseRouting();
app.UseAuthentication();
app.UseMiddleware<InitialPasswordGate>();
app.UseAuthorization();
app.UseMiddleware<FrameLoader>();

// Endpoints
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapPortalApi();
app.MapPortalHealth();

return await app.RunPortalAsync();
