using IncentiveGrant.Domain.Years;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// What a page tells the layout about itself, at the top of its .cshtml: <c>@{ ViewData.Head = new PageHead("市町村順位表") { Year = … }; }</c>.
/// The layout writes the window's title, the breadcrumb, the only h1 and the year switcher from it.
/// </summary>
/// <param name="Title">The name of the page; unique with the year.</param>
public sealed record PageHead(string Title)
{
    /// <summary>The heading, where it differs from the title.</summary>
    public string? Heading { get; init; }

    /// <summary>The reading of the heading: しばたまち.</summary>
    public string? Kana { get; init; }

    /// <summary>A line above the heading: 宮城県　団体コード 043231.</summary>
    public string? Eyebrow { get; init; }

    /// <summary>The year that the page shows; null where it has none, then there is no year switcher.</summary>
    public FiscalYear? Year { get; init; }

    /// <summary>The pages above, without ホーム.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>What the breadcrumb calls the page, where the title is too long.</summary>
    public string? CrumbText { get; init; }

    /// <summary>The id of the table that readers come for, where much stands before it: it has a skip link of its own.</summary>
    public string? Table { get; init; }

    /// <summary>Home has no breadcrumb, and its heading is there for screen readers only.</summary>
    public bool IsHome { get; init; }

    /// <summary>Whether the page shows sheets of paper on a grey ground.</summary>
    public bool IsReport { get; init; }

    /// <summary>Whether it is printed across: wide tables, the chart of 47 bars.</summary>
    public bool IsPrintedAcross { get; init; }

    /// <summary>The classes of the body.</summary>
    /// <param name="isDemo">Whether the data are made up.</param>
    public string BodyClass(bool isDemo) =>
        string.Join(' ', new[] { isDemo ? "is-demo" : "", IsReport ? "is-report" : "", IsPrintedAcross ? "is-across" : "" }.Where(c => c.Length > 0));

    /// <summary>市町村順位表 令和8年度｜インセンティブ交付金ポータル.</summary>
    public string WindowTitle => $"{Title}{(Year is { } year ? " " + year.Japanese : "")}｜{PortalFrame.ServiceName}";
}

/// <summary>A step of the breadcrumb.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Path">Where it leads.</param>
public sealed record Crumb(string Text, string Path);

/// <summary>Where the head of a page is kept between the page and the layout.</summary>
public static class PageHeads
{
    private const string Key = nameof(PageHead);

    extension(ViewDataDictionary viewData)
    {
        /// <summary>The head of the page; every page sets it.</summary>
        /// <exception cref="InvalidOperationException">The page did not.</exception>
        public PageHead Head
        {
            get => viewData[Key] as PageHead
                ?? throw new InvalidOperationException("The page sets no ViewData.Head, from which the layout takes title and heading.");
            set => viewData[Key] = value;
        }
    }
}
