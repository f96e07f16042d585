using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncentiveGrant.Web.Pages.Account;

[AllowInitialPassword]
public sealed class SignOutModel(AccountSignIn signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.EndSessionAsync();
        return RedirectToPage("/Account/SignIn");
    }
}
