using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>How the pages that try a secret meet the limit.</summary>
internal static class AttemptLimits
{
    extension(PageModel page)
    {
        /// <summary>
        /// Takes an attempt from the visitor's address at a target; null when there have been too many failures, then the answer is 429 and the
        /// field says so.
        /// </summary>
        /// <param name="limiter">Who counts.</param>
        /// <param name="target">What is tried: a user name, the set-up code.</param>
        /// <param name="field">The field of the secret: Input.Code.</param>
        public AttemptLimiter.Attempt? TryTake(AttemptLimiter limiter, string target, string field)
        {
            if (limiter.TryTake(page.HttpContext.Connection.RemoteIpAddress, target) is { } attempt) return attempt;
            page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            page.ModelState.AddModelError(field, "間違いが続いたため、しばらく受け付けられません。15分ほどたってから、もう一度お試しください。");
            return null;
        }
    }
}
