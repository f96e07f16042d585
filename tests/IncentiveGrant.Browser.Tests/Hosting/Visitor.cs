using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Hosting;

/// <summary>
/// Somebody at the browser. Whatever they do, the console stays free of errors (a breach of the content security policy is one) and nothing is
/// asked of another host; what went against that is in <see cref="Faults"/>, and fails the journey at its end.
/// </summary>
public sealed class Visitor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Portal portal;
    private readonly ConcurrentQueue<string> faults = new();
    private string? failingAddress; // an error page is asked for: that its address fails is no fault

    private Visitor(Portal portal, IPage page, bool hasScripts)
    {
        (this.portal, Page, HasScripts) = (portal, page, hasScripts);
        page.Console += (_, message) =>
        {
            var isExpected = failingAddress is { } address && message.Location.StartsWith(address, StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isExpected) faults.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => faults.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != portal.Address.Authority)
                faults.Enqueue($"{page.Url} asks for {request.Url}");
        };
    }

    /// <summary>The page before them.</summary>
    public IPage Page { get; }

    /// <summary>Whether they are at a demonstration.</summary>
    public bool IsAtDemo => portal.IsDemo;

    /// <summary>Whether scripts run in their browser.</summary>
    public bool HasScripts { get; }

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Path and query of the page before them.</summary>
    public string Path => Uri.UnescapeDataString(new Uri(Page.Url).PathAndQuery);

    /// <summary>The only h1.</summary>
    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The main menu.</summary>
    public ILocator Menu => Page.GetByRole(AriaRole.Navigation, new() { Name = "主なメニュー" });

    /// <summary>Lets somebody make a journey. A failed one leaves a picture of the page where it failed.</summary>
    public static async Task TravelAsync(Portal portal, string name, Func<Visitor, Task> journey, BrowserNewContextOptions? how = null)
    {
        how ??= new BrowserNewContextOptions();
        (how.BaseURL, how.Locale, how.ViewportSize) = (portal.Address.ToString(), "ja-JP", how.ViewportSize ?? new ViewportSize { Width = 1440, Height = 900 });
        await using var context = await (await Chromium.Browser).NewContextAsync(how);
        var visitor = new Visitor(portal, await context.NewPageAsync(), how.JavaScriptEnabled != false);
        var hasArrived = false;
        try
        {
            await journey(visitor);
            Assert.Empty(visitor.Faults);
            hasArrived = true;
        }
        finally
        {
            if (!hasArrived)
                await visitor.Page.ScreenshotAsync(
                    new PageScreenshotOptions { Path = System.IO.Path.Combine(Places.TestResults, name + ".png"), FullPage = true });
        }
    }

    /// <summary>Opens an address of the portal.</summary>
    public async Task OpenAsync(string path, int status = 200)
    {
        failingAddress = status < 400 ? null : new Uri(portal.Address, path).AbsoluteUri;
        var response = await Page.GotoAsync(path);
        Assert.Equal((path, status), (path, response!.Status));
    }

    /// <summary>Signs in by the button of the sign-in page and arrives at home.</summary>
    public async Task SignInAsync(DemoRole role)
    {
        await OpenAsync("/account/sign-in");
        await PressAsync(role.Button());
        await Page.WaitForURLAsync(portal.Address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
    }

    /// <summary>Clicks on the link of a name, and waits until the browser has arrived.</summary>
    public Task FollowAsync(string name, ILocator? within = null) =>
        ArriveAfterAsync(() => (within ?? Page.Locator("body")).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync());

    /// <summary>Clicks on the button of a name, and waits until the browser has arrived.</summary>
    public Task PressAsync(string name) => ArriveAfterAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync());

    /// <summary>Fills in fields by their labels.</summary>
    public async Task FillAsync(params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields) await Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
    }

    /// <summary>Goes on with the Tab key until the focus is where it shall be.</summary>
    public async Task TabToAsync(ILocator place)
    {
        while (!await place.EvaluateAsync<bool>("e => e === document.activeElement"))
            Assert.True(await NextStopAsync() is not null, $"The Tab key never comes to {place}.");
    }

    /// <summary>Presses the Tab key: where the focus is then, and whether one sees it; null after the end of the page.</summary>
    public async Task<Stop?> NextStopAsync()
    {
        await Page.Keyboard.PressAsync("Tab");
        var stop = await Page.EvaluateAsync<string[]?>("""
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              const [box, style] = [e.getBoundingClientRect(), getComputedStyle(e)];
              const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
              const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
              const on = right > left && bottom > top ? document.elementsFromPoint((left + right) / 2, (top + bottom) / 2)[0] : null;
              const isUncovered = on && (e.contains(on) || on.contains(e));
              const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              return [`${e.localName} ${e.textContent.trim().slice(0, 40)}`, String(Boolean(isUncovered && isMarked))];
            }
            """);
        return stop is [var name, var isSeen] ? new Stop(name, bool.Parse(isSeen)) : null;
    }

    /// <summary>Does something that leads to another page, and waits until its scripts have run.</summary>
    public async Task ArriveAfterAsync(Func<Task> act)
    {
        var arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage page) => arrival.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        await act();
        await arrival.Task.WaitAsync(Patience);
        Page.DOMContentLoaded -= Arrive;
    }

    /// <summary>How far the page is wider than the window, and what sticks out; null where nothing does.</summary>
    public async Task<string?> SidewaysAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, 800);
        return await Page.EvaluateAsync<string?>("""
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return null;
              const isKept = e => {
                for (let p = e.parentElement; p && p !== root; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true;
                return false;
              };
              const isOut = e => e.getBoundingClientRect().right > root.clientWidth + 1 && !isKept(e);
              const out = [...document.body.querySelectorAll('*')].filter(isOut).slice(0, 3);
              return `${root.scrollWidth} of ${root.clientWidth} px: ` + out.map(e => `<${e.localName} class="${e.getAttribute('class') ?? ''}">`).join(' ');
            }
            """);
    }
}

/// <summary>Where the keyboard's focus stops.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsSeen">Whether it lies uncovered in the window, with a mark around it.</param>
public sealed record Stop(string Name, bool IsSeen);
