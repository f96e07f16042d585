namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// Headers of every answer, errors included: nothing is loaded from or sent to another host, nothing inline runs, nobody frames the portal.
/// What somebody sees who is signed in, files and the API included, is kept by nobody on the way.
/// Fonts have their version in their path and are kept for ever; all other files are fingerprinted by the framework.
/// Pages are not compressed here: they carry antiforgery tokens beside what a user typed (BREACH). Static files are compressed at publish.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        + "frame-src 'none'; img-src 'self'; manifest-src 'self'; media-src 'none'; object-src 'none'; "
        + "script-src 'self'; style-src 'self'; worker-src 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
        + "payment=(), usb=()";

    /// <summary>Sets the headers when the answer starts, so that what an error handler throws away is there again.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            Set((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var isFound = context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified;
        if (isFound && context.Request.Path.StartsWithSegments("/lib/fonts"))
            headers.CacheControl = "public, max-age=31536000, immutable";
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
    }
}
