using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IncentiveGrant.Web.Pdf;

/// <summary>
/// Renders a Razor view to text, in a request of its own: a job without any request gets the same document as a page, and nothing that
/// the view does reaches the answer that a page is writing.
/// </summary>
public sealed class ReportRenderer(
    IServiceScopeFactory scopes, IRazorViewEngine views, ITempDataProvider tempData, IModelMetadataProvider metadata)
{
    /// <summary>Renders a view.</summary>
    /// <param name="viewPath">The whole path: /Pages/Municipalities/_ReportDocument.cshtml. A view, not a page: it has no @page line.</param>
    /// <param name="model">Its model.</param>
    /// <param name="user">For whom it is made, where the view asks.</param>
    public async Task<string> RenderAsync<TModel>(string viewPath, TModel model, ClaimsPrincipal? user = null)
    {
        var found = views.GetView(executingFilePath: null, viewPath, isMainPage: true);
        found.EnsureSuccessful(originalLocations: null);

        await using var scope = scopes.CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = user ?? new ClaimsPrincipal(new ClaimsIdentity()) };
        // Any endpoint will do: without one, addresses would be made by the old kind of routing, which is not there.
        request.SetEndpoint(new Endpoint(requestDelegate: null, EndpointMetadataCollection.Empty, displayName: viewPath));
        var action = new ActionContext(request, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary<TModel>(metadata, action.ModelState) { Model = model };
        await using var text = new StringWriter();
        var context = new ViewContext(action, found.View!, data, new TempDataDictionary(request, tempData), text, new HtmlHelperOptions());
        await found.View!.RenderAsync(context);
        return text.ToString();
    }
}
