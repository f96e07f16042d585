using System.ComponentModel.DataAnnotations;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Account;

[AllowInitialPassword]
public sealed class PasswordModel(AccountDirectory directory, AccountSignIn signIn, AttemptLimiter limiter, CurrentAccount account) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")] public string? ReturnUrl { get; set; }

    [BindProperty] public Form Input { get; set; } = new();

    [TempData] public string? Notice { get; set; }

    public bool IsInitial => account.MustChangePassword;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();
        if (this.TryTake(limiter, signIn.UserManager.NormalizeName(account.UserName)!, "Input.CurrentPassword") is not { } attempt) return Page();
        var outcome = await directory.ChangePasswordAsync(account.Id, Input.CurrentPassword, Input.Password, cancel);
        if (outcome is AccountOutcome.Refused refused)
        {
            if (refused.Faults.All(f => f.Field != AccountField.CurrentPassword)) attempt.Succeeded();
            ModelState.AddFaults(refused.Faults);
            return Page();
        }
        if (outcome is not AccountOutcome.Saved saved) return NotFound();
        attempt.Succeeded();
        await signIn.RefreshSignInAsync(saved.Account);
        if (Url.IsLocalUrl(ReturnUrl)) return LocalRedirect(ReturnUrl);
        Notice = "パスワードを変更しました。";
        return RedirectToPage("/Account/Index");
    }

    public sealed class Form
    {
        [Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password), Display(Name = "今のパスワード")]
        public string CurrentPassword { get; set; } = "";

        [Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password), Display(Name = "新しいパスワード")]
        public string Password { get; set; } = "";

        [Required, DataType(DataType.Password), Display(Name = "新しいパスワード（確認）")]
        [Compare(nameof(Password), ErrorMessage = "新しいパスワードと同じものを入力してください。")]
        public string Confirmation { get; set; } = "";
    }
}
