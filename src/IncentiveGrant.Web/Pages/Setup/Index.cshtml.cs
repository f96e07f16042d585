using System.ComponentModel.DataAnnotations;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Setup;

/// <summary>The first administrator: open only while there is none, and only to whoever reads the portal's console.</summary>
[AllowAnonymous]
public sealed class IndexModel(SetupCode setupCode, AccountDirectory directory, AccountSignIn signIn, AttemptLimiter limiter) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [TempData] public string? Notice { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (setupCode.IsOpen && !await directory.HasAdministratorAsync(HttpContext.RequestAborted)) await next();
        else context.Result = NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();
        if (this.TryTake(limiter, target: null, "Input.Code") is not { } attempt) return Page();
        if (!setupCode.Matches(Input.Code))
        {
            ModelState.AddModelError("Input.Code", "初期設定コードが違います。ポータルを起動した画面に表示されたコードを確かめてください。");
            return Page();
        }
        attempt.Succeeded();
        var outcome = await directory.CreateFirstAdministratorAsync(Input.UserName, Input.DisplayName, Input.Office, Input.Password, cancel);
        if (outcome is AccountOutcome.Refused refused)
        {
            ModelState.AddFaults(refused.Faults);
            return Page();
        }
        if (outcome is not AccountOutcome.Saved saved) return NotFound();
        setupCode.Close();
        await signIn.SignInAsync(saved.Account, isPersistent: false);
        Notice = "最初の管理者を登録しました。続けて、利用者を登録してください。";
        return RedirectToPage("/Admin/Users/Index");
    }

    public sealed class Form
    {
        [Required, StringLength(SetupCode.MaxLength), Display(Name = "初期設定コード")]
        public string Code { get; set; } = "";

        [Required, StringLength(Data.Accounts.Account.UserNameMaxLength), Display(Name = "ユーザー名")]
        public string UserName { get; set; } = "";

        [Required, StringLength(Data.Accounts.Account.DisplayNameMaxLength), Display(Name = "氏名")]
        public string DisplayName { get; set; } = "";

        [Required, StringLength(Data.Accounts.Account.OfficeMaxLength), Display(Name = "所属")]
        public string Office { get; set; } = "";

        [Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password), Display(Name = "パスワード")]
        public string Password { get; set; } = "";

        [Required, DataType(DataType.Password), Display(Name = "パスワード（確認）")]
        [Compare(nameof(Password), ErrorMessage = "パスワードと同じものを入力してください。")]
        public string Confirmation { get; set; } = "";
    }
}
