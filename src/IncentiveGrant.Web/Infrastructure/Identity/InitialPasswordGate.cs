using Microsoft.AspNetCore.Authorization;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>
/// Leads whoever still has the password that an administrator made for them to the page where they choose their own, whatever they open.
/// Stands between authentication and authorization.
/// </summary>
public sealed class InitialPasswordGate(RequestDelegate next)
{
    private const string PasswordPath = "/account/password";

    /// <summary>Lets a request through, or sends it to the password page; the API refuses.</summary>
    public Task InvokeAsync(HttpContext context, CurrentAccount account)
    {
        if (!account.IsSignedIn || !account.MustChangePassword || IsOpen(context.GetEndpoint())) return next(context);
        if (context.Request.IsApi())
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        var returnUrl = HttpMethods.IsGet(context.Request.Method)
            ? QueryString.Create("returnUrl", context.Request.Path + context.Request.QueryString) : default;
        context.Response.Redirect(context.Request.PathBase + PasswordPath + returnUrl);
        return Task.CompletedTask;
    }

    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || endpoint?.Metadata.GetMetadata<AllowInitialPasswordAttribute>() is not null;
}

/// <summary>Marks what opens also before the initial password is changed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowInitialPasswordAttribute : Attribute;
