using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace IncentiveGrant.Data.Accounts;

/// <summary>What Identity has to say, in Japanese and saying what to do.</summary>
internal sealed class JapaneseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "保存できませんでした。もう一度お試しください。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "ほかの人が同時に変更しました。画面を読み込み直してください。");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "今のパスワードが違います。入力し直してください。");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), "ユーザー名は半角の英数字と記号「-」「.」「_」「@」「+」で入力してください。");

    public override IdentityError DuplicateUserName(string userName) =>
        Error(nameof(DuplicateUserName), $"ユーザー名「{userName}」は使われています。別のものにしてください。");

    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), string.Create(CultureInfo.InvariantCulture, $"パスワードは{length}文字以上にしてください。"));

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
