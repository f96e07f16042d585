namespace IncentiveGrant.Web.Infrastructure;

/// <summary>What kind of request it is.</summary>
public static class RequestKinds
{
    /// <summary>Whether a program asks, which wants a status and no page.</summary>
    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api");
}
