using System.Net;
using System.Net.Sockets;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>
/// Limits how often a secret may be tried, by address and by what is tried (a user name). The set-up code is too long
/// to be guessed: there a limit on the code itself would only let a stranger keep its owner out. An attempt is taken before it is
/// made, so that attempts side by side all count, and given back when it succeeds: the framework's limiters cannot do that, and without it an
/// office of two hundred behind one address would lock itself out at half past eight.
/// </summary>
public sealed class AttemptLimiter(TimeProvider clock, ILogger<AttemptLimiter> log)
{
    /// <summary>Failures from one address in a window.</summary>
    public const int PerAddress = 50;

    /// <summary>Failures at one target in a window. More than lock an account, so that its lock is what its owner meets first.</summary>
    public const int PerTarget = 10;

    /// <summary>The time in which failures are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, (DateTimeOffset Since, int Count)> counts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private DateTimeOffset sweptAt = clock.GetUtcNow();

    /// <summary>Takes an attempt; null when there have been too many failures.</summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="target">What is tried; null where only the address counts.</param>
    public Attempt? TryTake(IPAddress? address, string? target)
    {
        List<(string Key, int Limit)> keys = [("address " + NetworkOf(address), PerAddress)];
        if (target is not null) keys.Add(("target " + target, PerTarget));
        lock (gate)
        {
            Sweep();
            if (keys.Any(k => counts.GetValueOrDefault(k.Key).Count >= k.Limit))
            {
                log.LogWarning("間違いが続いたため、{Address} からの試行を断りました。", address);
                return null;
            }
            foreach (var (key, _) in keys)
                counts[key] = counts.TryGetValue(key, out var held) ? held with { Count = held.Count + 1 } : (sweptAt, 1);
        }
        return new Attempt(this, [.. keys.Select(k => k.Key)]);
    }

    private void GiveBack(string[] keys)
    {
        lock (gate)
        {
            foreach (var key in keys.Where(counts.ContainsKey)) counts[key] = counts[key] with { Count = Math.Max(0, counts[key].Count - 1) };
        }
    }

    /// <summary>Forgets what lies before the window.</summary>
    private void Sweep()
    {
        sweptAt = clock.GetUtcNow();
        foreach (var key in counts.Where(c => sweptAt - c.Value.Since >= Window).Select(c => c.Key).ToList()) counts.Remove(key);
    }

    /// <summary>One household of IPv6 has a whole /64 of addresses.</summary>
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    /// <summary>An attempt that counts as failed until it is said to have succeeded.</summary>
    public sealed class Attempt(AttemptLimiter limiter, string[] keys)
    {
        /// <summary>Takes the attempt out of the count.</summary>
        public void Succeeded() => limiter.GiveBack(keys);
    }
}
