using IncentiveGrant.Data;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Health;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Infrastructure.StartUp;

var builder = WebApplication.CreateBuilder(args);

// Services
var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
builder.Services.AddPortalOptions(builder.Configuration);
builder.Services.AddPortalDatabase(database.Provider, builder.Configuration.GetConnectionString("Portal") ?? storage.SqliteConnection);
builder.Services.AddPortalLogging(builder.Configuration, storage, isCommand: false);
builder.Services.AddPortalStart(builder.Configuration);
builder.Services.AddPortalProxy();
builder.Services.AddPortalDataProtection();
builder.Services.AddPortalSignIn();
builder.Services.AddPortalHealth();
builder.Services.AddScoreBoards();
builder.Services.AddPortalPages();
builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
// Outside Development the files of a build would otherwise be served empty; in a published portal it changes nothing.
builder.WebHost.UseStaticWebAssets();

var app = builder.Build();

// Pipeline
app.UseForwardedHeaders();
app.UseMiddleware<SecurityHeaders>();
app.UseExceptionHandler("/error/500");
app.UseWhen(context => !context.Request.IsApi(), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
app.UseRouting();
app.UseAuthentication();
app.UseMiddleware<InitialPasswordGate>();
app.UseAuthorization();

// Endpoints
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapPortalHealth();

return await app.RunPortalAsync();
