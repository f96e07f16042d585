using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>Razor Pages as the portal uses them.</summary>
public static class PortalPages
{
    /// <summary>Adds Razor Pages that write Japanese as it is and speak Japanese about wrong input.</summary>
    public static IMvcBuilder AddPortalPages(this IServiceCollection services)
    {
        // Without it every Japanese character becomes &#x…;: 70 % more bytes.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(
            options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("portal-notice", CookieSecurePolicy.SameAsRequest));
        return services.AddRazorPages()
            .AddMvcOptions(JapaneseInputMessages.Use)
            .AddMvcOptions(options => options.Filters.Add<HandledRequests>())
            // The browser's own checks and the server's are enough: there is no validation script that would read data-val attributes.
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
    }
}
