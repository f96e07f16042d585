using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages;

/// <summary>
/// The one page of errors. It needs no database and no user. The reference number is the request's: the log has it as RequestId.
/// A request that failed is run again here with its own method, so the page takes every method and asks for no antiforgery token.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    /// <summary>From the address itself: model binding would read the form that may be what is wrong.</summary>
    public int Status => int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var asked) && asked is >= 400 and <= 599
        ? asked
        : StatusCodes.Status404NotFound;

    public Words Message => Status switch
    {
        StatusCodes.Status400BadRequest => new(
            "送信された内容を処理できませんでした",
            "画面を開いてから時間がたったか、内容が途中で変わった可能性があります。",
            "前の画面に戻って開き直し、もう一度操作してください。"),
        StatusCodes.Status401Unauthorized => new(
            "サインインが必要です",
            "この画面は、サインインした人だけが見られます。",
            "サインインしてから、もう一度開いてください。"),
        StatusCodes.Status403Forbidden => new(
            "この画面を見る権限がありません",
            "いまの利用者の担当範囲の外にある画面です。",
            "必要な場合は、管理者に担当範囲の変更を依頼してください。"),
        StatusCodes.Status404NotFound => new(
            "ページが見つかりません",
            "アドレスが間違っているか、その団体や年度のデータがまだ登録されていません。",
            "アドレスを確かめるか、ホームから探してください。"),
        < 500 => new(
            "この操作は受け付けられませんでした",
            "送信された内容が、この画面で扱える形ではありませんでした。",
            "前の画面に戻って、もう一度操作してください。"),
        _ => new(
            "システムのエラーが起きました",
            "処理の途中で問題が起きました。入力した内容は保存されていない可能性があります。",
            "しばらく待ってから、もう一度操作してください。続く場合は管理者に連絡してください。"),
    };

    /// <summary>Also reached by its own address, it answers with the status that it speaks of.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.StatusCode = Status;

    /// <summary>What the page says.</summary>
    public sealed record Words(string Title, string Cause, string Remedy);
}
