namespace IncentiveGrant.Web.Tests.Infrastructure;

public class SecurityHeadersTests(KitFixture kit) : IClassFixture<KitFixture>
{
    [Fact]
    public async Task Page_MayLoadOnlyFromItselfAndIsNotFramed()
    {
        var headers = (await kit.Host.GetAsync("/error/404")).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("camera=()", headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Font_IsKeptForEver_ButItsAbsenceIsNot()
    {
        var (found, missing) = (await kit.Host.GetAsync("/lib/fonts/5.3.0/a.woff2"), await kit.Host.GetAsync("/lib/fonts/5.3.0/b.woff2"));

        Assert.Equal("public, max-age=31536000, immutable", found.Headers.CacheControl!.ToString());
        Assert.True(missing.Headers.CacheControl!.NoStore);
    }
}
