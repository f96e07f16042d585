using System.Globalization;

namespace IncentiveGrant.Web.Pdf;

/// <summary>What printing a document brought: the PDF, or the reason why there is none.</summary>
public abstract record PdfResult
{
    private PdfResult()
    {
    }

    /// <summary>The PDF.</summary>
    public sealed record Printed(byte[] Bytes) : PdfResult;

    /// <summary>No PDF can be had; the page offers its printable form instead and shows the reason.</summary>
    public sealed record Unavailable(string Reason) : PdfResult;

    internal static Unavailable NoBrowser { get; } =
        new("PDF を作成するブラウザー（Chromium）がサーバーに見つかりません。システム管理者に導入を依頼してください。");

    internal static Unavailable NotStarted { get; } =
        new("PDF を作成するブラウザー（Chromium）を起動できませんでした。システム管理者に連絡してください。");

    internal static Unavailable Busy { get; } = new("PDF の作成が混み合っています。しばらくしてからもう一度お試しください。");

    internal static Unavailable Stopped { get; } =
        new("PDF の作成中にブラウザー（Chromium）が停止しました。もう一度お試しください。続くときは対象の団体や項目を減らしてください。");

    internal static Unavailable Refused { get; } =
        new("この帳票を PDF に変換できませんでした。対象の団体や項目を減らして、もう一度お試しください。");

    internal static Unavailable ShuttingDown { get; } = new("ポータルを停止しています。再開してからもう一度お試しください。");

    internal static Unavailable TimedOut(TimeSpan limit) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"PDF の作成が制限時間（{limit.TotalSeconds:0.###}秒）に終わりませんでした。対象の団体や項目を減らして、もう一度お試しください。"));
}
