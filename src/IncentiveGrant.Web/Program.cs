using IncentiveGrant.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);

// Outside Development the files of a build would otherwise be served empty; in a published portal it changes nothing.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddPortalPages();

var app = builder.Build();

app.UseMiddleware<SecurityHeaders>();
app.UseExceptionHandler("/error/500");
app.UseStatusCodePagesWithReExecute("/error/{0}");

app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();

app.Run();
