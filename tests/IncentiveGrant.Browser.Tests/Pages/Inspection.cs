using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using IncentiveGrant.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Pages;

/// <summary>
/// What is looked for on every page: findings of axe on a wide screen and on a phone; a page that scrolls sideways, down to 320 px (1280 px at
/// 400 %); the banner of a demonstration; links to pages that <see cref="PageList"/> does not know.
/// </summary>
internal static partial class Inspection
{
    private static readonly int[] Widths = [1440, 1024, 768, 400, 320];
    private static readonly int[] WidthsOfAxe = [1440, 400];

    /// <summary>The forms of addresses and the building blocks that axe has looked at: most pages are built alike for all roles and years.</summary>
    private static readonly ConcurrentDictionary<string, bool> Inspected = new();

    private static readonly HashSet<string> Listed = [.. PageList.All.Select(FormOf)];

    /// <summary>What is wrong with the page before a visitor; nothing, usually.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Visitor visitor)
    {
        var (page, faults) = (visitor.Page, new List<string>());
        if (await page.GetByText("デモデータ：得点は架空です").First.IsVisibleAsync() != visitor.IsAtDemo) faults.Add("has a wrong banner");
        var isNew = visitor.HasScripts && await IsNewAsync(visitor); // axe is a script
        foreach (var width in Widths)
        {
            if (await visitor.SidewaysAsync(width) is { } sideways) faults.Add($"scrolls sideways at {width} px: {sideways}");
            if (isNew && WidthsOfAxe.Contains(width)) faults.AddRange((await page.FindingsAsync()).Select(finding => $"at {width} px: {finding}"));
        }
        faults.AddRange((await FormsOfLinksAsync(page)).Except(Listed).Select(form => $"leads to {form}, which is in no list of pages"));
        return [.. faults.Select(fault => $"{visitor.Path} {fault}")];
    }

    /// <summary>Whether the form of the address, or anything that the page is built of, has not been inspected yet.</summary>
    private static async Task<bool> IsNewAsync(Visitor visitor)
    {
        var blocks = await visitor.Page.EvaluateAsync<string[]>("""
            () => {
              const sign = a => /class|role|type/.test(a.name) ? `[${a.name}=${a.value}]` : `[${a.name}]`;
              const shape = e => e.localName + [...e.attributes].filter(a => /^(class|role|type|aria-\w+)$/.test(a.name)).map(sign).join('');
              return [...new Set([...document.body.querySelectorAll('*')].map(e => shape(e.parentElement) + '>' + shape(e)))];
            }
            """);
        var isNew = false;
        foreach (var block in blocks.Append(FormOf(visitor.Path))) isNew |= Inspected.TryAdd(block, true);
        return isNew;
    }

    private static async Task<IEnumerable<string>> FormsOfLinksAsync(IPage page)
    {
        var links = await page.EvaluateAsync<string[]>(
            "() => [...document.links].filter(a => a.host === location.host && a.pathname !== location.pathname).map(a => a.pathname)");
        return links.Where(link => !File().IsMatch(link)).Select(FormOf).Distinct();
    }

    /// <summary>/rankings/#/municipalities: an address without its numbers.</summary>
    private static string FormOf(string path) => Number().Replace(path.Split('?')[0], "/#");

    [GeneratedRegex(@"/\d+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex("/(xlsx|csv|pdf|template)$")]
    private static partial Regex File();
}
