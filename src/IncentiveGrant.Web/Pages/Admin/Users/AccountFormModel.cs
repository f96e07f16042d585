using System.ComponentModel.DataAnnotations;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Jurisdictions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Pages.Admin.Users;

/// <summary>
/// What entering and changing a user share (<c>_AccountFields.cshtml</c>). The scope is one list of ticked boxes: those chosen, and below them
/// those of the prefecture that is looked at; choosing another prefecture draws the form again and keeps everything typed.
/// </summary>
public abstract class AccountFormModel(PortalDb db) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [TempData] public string? Notice { get; set; }

    /// <summary>Shown once, on the page after the one that made it.</summary>
    [TempData] public string? OneTimePassword { get; set; }

    public IReadOnlyList<Choice> Chosen { get; private set; } = [];

    /// <summary>The jurisdictions of the prefecture that is looked at, without those chosen.</summary>
    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    protected PortalDb Db => db;

    protected async Task<PageResult> ShowAsync(CancellationToken cancel)
    {
        var listed = await db.Jurisdictions.AsNoTracking()
            .Where(j => Input.Scope.Contains(j.Id) || (j.PrefectureNumber == Input.Prefecture && (j is Prefecture || j is Municipality)))
            .OrderBy(j => j.PrefectureNumber).ThenBy(j => j.Code).ThenBy(j => j.Id)
            .Select(j => new Choice(j.Id, j.PrefectureNumber, j.Name, j is Municipality ? ((Municipality)j).Union!.Name : null))
            .ToListAsync(cancel);
        Chosen = [.. listed.Where(c => Input.Scope.Contains(c.Id))];
        Offered = [.. listed.Except(Chosen)];
        return Page();
    }

    /// <summary>A jurisdiction that can be ticked.</summary>
    public sealed record Choice(int Id, int Prefecture, string Name, string? Union)
    {
        /// <summary>As it is called among those of its prefecture.</summary>
        public string Text => Id == Prefecture ? $"{Name}（全域）" : Name + (Union is null ? "" : $"（{Union}）");

        /// <summary>As it is called among those of all prefectures.</summary>
        public string FullText => Id == Prefecture ? Text : PrefectureName.Of(Prefecture).Name + Text;
    }

    public sealed class Form
    {
        /// <summary>Only of a new user: a name that stands in the audit is never changed.</summary>
        [StringLength(Data.Accounts.Account.UserNameMaxLength), Display(Name = "ユーザー名")]
        public string? UserName { get; set; }

        [StringLength(Data.Accounts.Account.DisplayNameMaxLength), Display(Name = "氏名")]
        public string? DisplayName { get; set; }

        [StringLength(Data.Accounts.Account.OfficeMaxLength), Display(Name = "所属")]
        public string? Office { get; set; }

        [Display(Name = "役割")]
        public PortalRole? Role { get; set; }

        /// <summary>担当団体.</summary>
        public int[] Scope { get; set; } = [];

        /// <summary>The prefecture whose jurisdictions are offered.</summary>
        public int? Prefecture { get; set; }

        /// <summary>The concurrency stamp of the user who is changed.</summary>
        public string? Stamp { get; set; }

        /// <summary>What was typed; what is missing is for the directory to notice.</summary>
        public AccountDetails Details => new(DisplayName ?? "", Office ?? "", Role ?? default, Scope);
    }
}
