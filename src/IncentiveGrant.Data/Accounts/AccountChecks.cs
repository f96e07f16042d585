using System.Globalization;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Text;
using Microsoft.AspNetCore.Identity;

namespace IncentiveGrant.Data.Accounts;

/// <summary>What is wrong with an account as it was entered.</summary>
internal static class AccountChecks
{
    /// <summary>Faults of a user name that Identity does not look for.</summary>
    public static IEnumerable<AccountFault> OfUserName(string userName) =>
        Length(AccountField.UserName, "ユーザー名", userName, Account.UserNameMaxLength);

    /// <summary>Faults of the details: texts, role, and a scope that suits the role.</summary>
    public static IEnumerable<AccountFault> Of(AccountDetails details, IReadOnlyCollection<Jurisdiction> jurisdictions) =>
    [
        .. Length(AccountField.DisplayName, "氏名", NormalizedText.Of(details.DisplayName), Account.DisplayNameMaxLength),
        .. Length(AccountField.Office, "所属", NormalizedText.Of(details.Office), Account.OfficeMaxLength),
        .. OfScope(details, jurisdictions),
    ];

    /// <summary>Identity's refusal, by field.</summary>
    public static IReadOnlyList<AccountFault> Of(IdentityResult result) =>
        [.. result.Errors.Select(e => new AccountFault(FieldOf(e.Code), e.Description))];

    private static AccountField FieldOf(string code) => code switch
    {
        nameof(IdentityErrorDescriber.PasswordMismatch) => AccountField.CurrentPassword,
        nameof(IdentityErrorDescriber.InvalidUserName) or nameof(IdentityErrorDescriber.DuplicateUserName) => AccountField.UserName,
        _ => code.StartsWith("Password", StringComparison.Ordinal) ? AccountField.Password : AccountField.Account,
    };

    private static IEnumerable<AccountFault> Length(AccountField field, string name, string text, int max)
    {
        if (text.Length == 0) yield return new AccountFault(field, $"{name}を入力してください。");
        if (text.Length > max)
            yield return new AccountFault(field, string.Create(CultureInfo.InvariantCulture, $"{name}は{max}文字以内で入力してください。"));
    }

    private static IEnumerable<AccountFault> OfScope(AccountDetails details, IReadOnlyCollection<Jurisdiction> jurisdictions)
    {
        if (!Enum.IsDefined(details.Role)) yield return new AccountFault(AccountField.Role, "役割を選んでください。");
        if (jurisdictions.Count != details.JurisdictionIds.Distinct().Count())
            yield return new AccountFault(AccountField.Scope, "登録されていない団体が選ばれています。担当団体を選び直してください。");
        else if (details.Role == PortalRole.MunicipalOfficer && (jurisdictions.Count == 0 || jurisdictions.Any(j => j is not Municipality)))
            yield return new AccountFault(AccountField.Scope, "市町村担当者には、担当する市区町村を1つ以上選んでください（都道府県全体は選べません）。");
        else if (details.Role == PortalRole.PrefectureStaff && jurisdictions.Count == 0)
            yield return new AccountFault(AccountField.Scope, "都道府県職員には、担当する都道府県または市区町村を1つ以上選んでください。");
    }
}
