using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Pages.Account;

/// <summary>Checking a password is what takes time at a sign-in: if it happens as often whatever is wrong, the time tells nothing.</summary>
public sealed class SignInTimingTests(SignInTimingTests.ListeningHost host) : IClassFixture<SignInTimingTests.ListeningHost>
{
    [Fact]
    public async Task Post_ForWhateverReasonItIsRefused_ChecksOnePassword()
    {
        var (closed, locked) = (await host.AddAccountAsync(PortalRole.Viewer), await host.AddAccountAsync(PortalRole.Viewer));
        await host.ChangeAsync(d => d.SetClosedAsync(closed.Id, isClosed: true, new AccountActor(null, "test"), default));
        for (var i = 0; i < AccountServices.MaxFailedAttempts; i++) await CountAsync(locked.UserName!);

        var counts = (
            await CountAsync("nobody"), await CountAsync("etsuran"), await CountAsync(closed.UserName!), await CountAsync(locked.UserName!));

        Assert.Equal((1, 1, 1, 1), counts);
    }

    private async Task<int> CountAsync(string userName)
    {
        var client = host.NewClient();
        var page = await client.OpenAsync("/account/sign-in");
        var before = host.Hasher.Checks;
        await client.SubmitAsync(page, ("Input.UserName", userName), ("Input.Password", "not the password"));
        return host.Hasher.Checks - before;
    }

    public sealed class ListeningHost : PortalHost
    {
        public CountingHasher Hasher { get; } = new();

        protected override void Configure(IServiceCollection services) =>
            services.AddScoped<IPasswordHasher<Data.Accounts.Account>>(_ => Hasher);
    }

    public sealed class CountingHasher : PasswordHasher<Data.Accounts.Account>
    {
        public int Checks { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(
            Data.Accounts.Account user, string hashedPassword, string providedPassword)
        {
            Checks++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
