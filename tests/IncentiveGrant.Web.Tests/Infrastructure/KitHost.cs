using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>
/// The frame of the portal on its own: its pages, headers and errors in the order of Program.cs, without database and identity.
/// </summary>
internal sealed class KitHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private KitHost(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    /// <summary>Starts it as in production.</summary>
    /// <param name="frame">The frame of every request; null for none.</param>
    /// <param name="map">Endpoints besides the portal's own pages.</param>
    public static async Task<KitHost> StartAsync(PortalFrame? frame = null, Action<IEndpointRouteBuilder>? map = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalFrame).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddPortalPages();
        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use((context, next) =>
        {
            context.Features.Set(frame);
            return next(context);
        });
        app.MapRazorPages();
        map?.Invoke(app);
        await app.StartAsync();
        return new KitHost(app);
    }

    public Task<HttpResponseMessage> GetAsync(string address) => app.GetTestClient().GetAsync(new Uri(address, UriKind.Relative));

    public Task<HttpResponseMessage> PostAsync(string address) => app.GetTestClient().PostAsync(new Uri(address, UriKind.Relative), null);

    public async Task<IHtmlDocument> OpenAsync(string address) => await Read(await GetAsync(address));

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>An endpoint that shows the header as a page with a head would.</summary>
    public static Task ShowHeader(HttpContext context, PortalFrame frame, PageHead head)
    {
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = frame };
        data.Head = head;
        var header = new PartialViewResult { ViewName = "/Pages/Shared/_Header.cshtml", ViewData = data };
        return header.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
