using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace IncentiveGrant.Data.Accounts;

/// <summary>What Identity has to say, in Japanese and saying what to do.</summary>
internal sealed class JapaneseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "保存できませんでした。もう一度お試しください。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "ほかの人が同時に変更しました。画面を読み込み直してください。");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "今のパスワードが違います。入力し直してください。");

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), "有効期限が切れています。最初からやり直してください。");

    public override IdentityError RecoveryCodeRedemptionFailed() => Error(nameof(RecoveryCodeRedemptionFailed), "回復コードを使えませんでした。入力し直してください。");

    public override IdentityError LoginAlreadyAssociated() => Error(nameof(LoginAlreadyAssociated), "この外部アカウントは、ほかの利用者が使っています。");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), "ユーザー名は半角の英数字と記号「-」「.」「_」「@」「+」で入力してください。");

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), "メールアドレスの形式が違います。入力し直してください。");

    public override IdentityError DuplicateUserName(string userName) =>
        Error(nameof(DuplicateUserName), $"ユーザー名「{userName}」は使われています。別のものにしてください。");

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), $"メールアドレス「{email}」は使われています。");

    public override IdentityError InvalidRoleName(string? role) => Error(nameof(InvalidRoleName), "役割を選び直してください。");

    public override IdentityError DuplicateRoleName(string role) => Error(nameof(DuplicateRoleName), "その役割は登録済みです。");

    public override IdentityError UserAlreadyHasPassword() => Error(nameof(UserAlreadyHasPassword), "パスワードは設定済みです。");

    public override IdentityError UserLockoutNotEnabled() => Error(nameof(UserLockoutNotEnabled), "この利用者はロックの対象ではありません。");

    public override IdentityError UserAlreadyInRole(string role) => Error(nameof(UserAlreadyInRole), "その役割は付与済みです。");

    public override IdentityError UserNotInRole(string role) => Error(nameof(UserNotInRole), "その役割は付与されていません。");

    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), string.Create(CultureInfo.InvariantCulture, $"パスワードは{length}文字以上にしてください。"));

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), string.Create(CultureInfo.InvariantCulture, $"パスワードには{uniqueChars}種類以上の文字を使ってください。"));

    public override IdentityError PasswordRequiresNonAlphanumeric() => Error(nameof(PasswordRequiresNonAlphanumeric), "パスワードに記号を入れてください。");

    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), "パスワードに数字を入れてください。");

    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), "パスワードに英小文字を入れてください。");

    public override IdentityError PasswordRequiresUpper() => Error(nameof(PasswordRequiresUpper), "パスワードに英大文字を入れてください。");

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
