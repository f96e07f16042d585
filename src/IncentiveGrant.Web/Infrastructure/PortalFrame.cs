using System.Reflection;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// What the frame around every page shows, gathered once a request: it knows neither database nor identity. Whoever loads it puts it into
/// the request's features (<c>context.Features.Set(frame)</c>); where nobody did, as on an error page while the database is down, the
/// layout draws <see cref="Empty"/>.
/// </summary>
public sealed record PortalFrame
{
    /// <summary>The service's name.</summary>
    public const string ServiceName = "インセンティブ交付金ポータル";

    /// <summary>What stands on every page, sheet and file made of demonstration data.</summary>
    public const string DemoNotice = "デモデータ：得点は架空です";

    /// <summary>A frame without a user, years or data.</summary>
    public static PortalFrame Empty { get; } = new();

    /// <summary>Whether the data are made up: every page and every sheet of paper says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The years that can be chosen, newest first.</summary>
    public IReadOnlyList<FrameYear> Years { get; init; } = [];

    /// <summary>Who is signed in; null for nobody.</summary>
    public FrameUser? User { get; init; }

    /// <summary>The main menu, made by <see cref="Navigation.For"/>.</summary>
    public IReadOnlyList<NavigationItem> Navigation { get; init; } = [];

    /// <summary>When the scores last changed; null before the first import.</summary>
    public DateTimeOffset? DataUpdatedAt { get; init; }

    /// <summary>The version of the program: 0.1.0.</summary>
    public string Version { get; init; } =
        typeof(PortalFrame).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The frame of a request.</summary>
    public static PortalFrame Of(HttpContext context) => context.Features.Get<PortalFrame>() ?? Empty;
}

/// <summary>A year of the year switcher.</summary>
/// <param name="Year">評価年度.</param>
/// <param name="Note">What there is of it: 確定, 旧制度・得点率のみ.</param>
public sealed record FrameYear(FiscalYear Year, string Note);

/// <summary>The user as the frame names them.</summary>
/// <param name="Name">担当者Ａ.</param>
/// <param name="Office">柴田町 福祉課.</param>
/// <param name="Scope">For whom they act, or their role: 担当：柴田町.</param>
public sealed record FrameUser(string Name, string Office, string Scope)
{
    /// <summary>Where the sign-out button posts to.</summary>
    public const string SignOutPath = "/account/sign-out";

    /// <summary>Pages of their own account: パスワードの変更.</summary>
    public IReadOnlyList<NavigationItem> Links { get; init; } = [];
}
