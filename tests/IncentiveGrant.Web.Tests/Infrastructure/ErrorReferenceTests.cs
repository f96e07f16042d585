using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>The reference number that somebody reads out on the telephone leads to the exception in the log.</summary>
public sealed class ErrorReferenceTests : IAsyncLifetime
{
    private readonly PortalHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Exception_IsFoundInTheLogByTheNumberOnThePage()
    {
        var client = host.NewClient();
        var signIn = await client.OpenAsync("/account/sign-in");
        await host.Database.DisposeAsync();

        var error = await client.SubmitAsync(signIn.Form("form.form").Fill(("Input.UserName", "town"), ("Input.Password", "some-password-2026")));

        Assert.Equal("システムのエラーが起きました", error.Heading);
        var number = error.Fact("受付番号");
        Assert.Contains(host.ReadLog().Split('\n'), line => line.Contains($"[ERR] {number} An unhandled exception", StringComparison.Ordinal));
    }
}
