using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// Answers in a demonstration only to the names of this machine itself. A page of another site whose name is made to point here would
/// otherwise read the portal through its visitor's browser. Elsewhere the setting AllowedHosts says which names are the portal's.
/// </summary>
public sealed class DemoHosts(RequestDelegate next, IOptions<DemoOptions> demo)
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Lets a request through, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!demo.Value.Enabled || Names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("デモは、このパソコンのアドレス（http://localhost、http://127.0.0.1、http://[::1]）でだけ開けます。アドレスを直して、もう一度開いてください。");
    }
}
