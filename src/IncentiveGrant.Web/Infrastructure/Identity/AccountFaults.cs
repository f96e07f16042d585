using IncentiveGrant.Data.Accounts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>Shows at the fields of a form why a change to an account is refused.</summary>
public static class AccountFaults
{
    /// <summary>
    /// Adds each fault to the field of the same name in the page's <c>Input</c>; what concerns the account as a whole to none.
    /// </summary>
    public static void AddFaults(this ModelStateDictionary state, IEnumerable<AccountFault> faults)
    {
        foreach (var fault in faults) state.AddModelError(fault.Field == AccountField.Account ? "" : $"Input.{fault.Field}", fault.Text);
    }
}
