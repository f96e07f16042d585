using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Hosting;

/// <summary>What axe finds on a page, of every level: WCAG 2.2 A and AA, best practice, and the rules that are still experiments.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The findings, in words; none, usually.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(this IPage page)
    {
        var result = await page.RunAxe(Options);
        return [.. result.Violations.Select(v => string.Create(
            CultureInfo.InvariantCulture, $"{v.Id} ({v.Impact}, {v.Nodes.Length}): {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"))];
    }
}
