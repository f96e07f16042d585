using System.Net;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncentiveGrant.Web.Tests.Infrastructure.Identity;

public sealed class AttemptLimiterTests
{
    private readonly SettableClock clock = new();
    private readonly AttemptLimiter limiter;

    public AttemptLimiterTests() => limiter = new AttemptLimiter(clock, NullLogger<AttemptLimiter>.Instance);

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", true)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", false)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", true)]
    public void TryTake_AfterTooManyFailuresFromAnAddress_RefusesItsNetwork(string address, string next, bool isTaken)
    {
        for (var i = 0; i < AttemptLimiter.PerAddress; i++) Assert.NotNull(limiter.TryTake(IPAddress.Parse(address), $"name{i}"));

        Assert.Equal(isTaken, limiter.TryTake(IPAddress.Parse(next), "another") is not null);
    }

    [Fact]
    public void TryTake_AfterTooManyFailuresAtATarget_RefusesItFromAnywhere()
    {
        for (var i = 0; i < AttemptLimiter.PerTarget; i++) Assert.NotNull(limiter.TryTake(IPAddress.Parse($"192.0.2.{i}"), "name"));

        Assert.Null(limiter.TryTake(IPAddress.Parse("198.51.100.1"), "name"));
        Assert.NotNull(limiter.TryTake(IPAddress.Parse("198.51.100.1"), "another"));
    }

    [Fact]
    public void TryTake_WhenTheWindowIsOver_BeginsAnew()
    {
        for (var i = 0; i < AttemptLimiter.PerTarget; i++) limiter.TryTake(null, "name");

        clock.Advance(AttemptLimiter.Window - TimeSpan.FromSeconds(1));
        var before = limiter.TryTake(null, "name");
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(before);
        Assert.NotNull(limiter.TryTake(null, "name"));
    }

    [Fact]
    public void TryTake_AfterSuccesses_DoesNotCountThem()
    {
        for (var i = 0; i < 3 * AttemptLimiter.PerAddress; i++) limiter.TryTake(IPAddress.Loopback, "name")!.Succeeded();

        Assert.NotNull(limiter.TryTake(IPAddress.Loopback, "name"));
    }
}
