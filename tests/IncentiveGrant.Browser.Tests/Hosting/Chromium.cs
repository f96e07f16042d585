using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Hosting;

/// <summary>The one browser of the run. Nothing is downloaded: it is the machine's own.</summary>
internal static class Chromium
{
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>The browser, started when it is first asked for.</summary>
    public static Task<IBrowser> Browser => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var program = Programs.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium がありません。次を実行してください: apt-get install -y chromium-headless-shell");
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
