using System.Text.RegularExpressions;
using IncentiveGrant.Browser.Tests.Hosting;

namespace IncentiveGrant.Browser.Tests.Guide;

/// <summary>
/// The guide for users in <c>docs/guide</c>. After a change to what its pictures show they are taken anew by
/// <c>WRITE_GUIDE_PICTURES=1 dotnet test tests/IncentiveGrant.Browser.Tests --filter Guide</c>.
/// </summary>
public sealed partial class GuideTests : IAsyncLifetime
{
    private const string RewriteVariable = "WRITE_GUIDE_PICTURES";
    private const int LargestPicture = 150 * 1024;

    private static readonly string Pictures = Path.Combine(Places.Guide, "pictures");

    private static readonly Lazy<Task> Rewritten = new(() =>
        Environment.GetEnvironmentVariable(RewriteVariable) is null ? Task.CompletedTask : GuidePictures.TakeAsync(Pictures));

    public Task InitializeAsync() => Rewritten.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void EveryLink_LeadsToAFileAndAHeadingThatExist()
    {
        var missing = Texts().SelectMany(text => LinksOf(text).Where(link => !Exists(text, link)).Select(link => $"{Path.GetFileName(text)}: {link}"));

        Assert.Empty(missing);
    }

    [Fact]
    public void EveryPicture_IsShownSmallAndDescribed()
    {
        var shown = Texts().SelectMany(text => Picture().Matches(File.ReadAllText(text))).ToList();

        var files = Directory.GetFiles(Pictures);
        Assert.Equal(files.Select(Path.GetFileName).Order(), shown.Select(match => Path.GetFileName(match.Groups["file"].Value)).Distinct().Order());
        Assert.All(shown, match => Assert.NotEmpty(match.Groups["text"].Value));
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 1, LargestPicture));
    }

    [Fact]
    public void EveryRole_HasAGuideInTheIndex()
    {
        var index = File.ReadAllText(Path.Combine(Places.Guide, "README.md"));

        Assert.All(Texts().Select(Path.GetFileName).Where(name => name != "README.md"), name => Assert.Contains($"({name})", index, StringComparison.Ordinal));
    }

    private static string[] Texts() => Directory.GetFiles(Places.Guide, "*.md");

    private static IEnumerable<string> LinksOf(string text) =>
        Link().Matches(File.ReadAllText(text)).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://"));

    private static bool Exists(string text, string link)
    {
        var (path, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0 ? text : Path.Combine(Places.Guide, path);
        if (heading is null) return File.Exists(target) || Directory.Exists(target);
        return File.Exists(target) && File.ReadLines(target).Any(line => line.StartsWith('#') && line.TrimStart('#').Trim() == heading);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[(?<text>[^\]]*)\]\((?<file>[^)\s]+)\)")]
    private static partial Regex Picture();
}
