using IncentiveGrant.Data;
using IncentiveGrant.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);

// Services
var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
builder.Services.AddPortalOptions(builder.Configuration);
builder.Services.AddPortalDatabase(database.Provider, builder.Configuration.GetConnectionString("Portal") ?? storage.SqliteConnection);
builder.Services.AddPortalLogging(builder.Configuration, storage, isCommand: false);
builder.Services.AddScoreBoards();
builder.Services.AddPortalPages();
builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
// Outside Development the files of a build would otherwise be served empty; in a published portal it changes nothing.
builder.WebHost.UseStaticWebAssets();

var app = builder.Build();

// Pipeline
app.UseMiddleware<SecurityHeaders>();
app.UseExceptionHandler("/error/500");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseRouting();

// Endpoints
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();

await app.RunAsync();
