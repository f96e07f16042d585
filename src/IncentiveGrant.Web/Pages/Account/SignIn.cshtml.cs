using System.ComponentModel.DataAnnotations;
using System.Net;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignInModel(
    AccountSignIn signIn, AttemptLimiter limiter, IOptions<DemoOptions> demo, SetupCode setupCode, AccountDirectory directory) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")] public string? ReturnUrl { get; set; }

    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The accounts that anybody may use; none outside a demonstration.</summary>
    public IReadOnlyList<DemoAccount> Demonstration { get; private set; } = [];

    /// <summary>Nobody can sign in yet: the first administrator is to be made.</summary>
    public bool NeedsSetup { get; private set; }

    public async Task<IActionResult> OnGetAsync() => User.Identity?.IsAuthenticated == true ? Onward() : await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (IsRemoteInDemo) return StatusCode(StatusCodes.Status403Forbidden);
        if (!ModelState.IsValid) return await ShowAsync();
        if (this.TryTake(limiter, signIn.UserManager.NormalizeName(Input.UserName)!, "") is not { } attempt) return await ShowAsync();
        var result = await signIn.PasswordSignInAsync(Input.UserName, Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            // One message for every reason: it must not tell whether there is such an account.
            ModelState.AddModelError("", "サインインできませんでした。ユーザー名とパスワードを確かめてください（5回続けて間違えると15分間サインインできません）。");
            return await ShowAsync();
        }
        attempt.Succeeded();
        return Onward();
    }

    public async Task<IActionResult> OnPostDemoAsync(string userName)
    {
        if (!demo.Value.Enabled) return NotFound();
        if (IsRemoteInDemo) return StatusCode(StatusCodes.Status403Forbidden);
        if (DemoAccounts.All.All(d => d.UserName != userName)) return NotFound();
        if (await signIn.UserManager.FindByNameAsync(userName) is not { } account) return NotFound();
        await signIn.SignInAsync(account, isPersistent: false);
        return Onward();
    }

    /// <summary>Everybody knows the passwords of a demonstration, so it is for whoever sits at this machine.</summary>
    private bool IsRemoteInDemo =>
        demo.Value.Enabled && !(HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address));

    private async Task<PageResult> ShowAsync()
    {
        NeedsSetup = setupCode.IsOpen && !await directory.HasAdministratorAsync(HttpContext.RequestAborted);
        if (!demo.Value.Enabled) return Page();
        var existing = new List<DemoAccount>();
        foreach (var account in DemoAccounts.All)
            if (await signIn.UserManager.FindByNameAsync(account.UserName) is not null) existing.Add(account);
        Demonstration = existing;
        return Page();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "~/");

    public sealed class Form
    {
        [Required, StringLength(Data.Accounts.Account.UserNameMaxLength), Display(Name = "ユーザー名")]
        public string UserName { get; set; } = "";

        [Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password), Display(Name = "パスワード")]
        public string Password { get; set; } = "";
    }
}
