using System.CommandLine;
using IncentiveGrant.Data.Accounts;

namespace IncentiveGrant.Web.Operations;

/// <summary>create-admin: an administrator from the command line, with a one-time password that is printed once.</summary>
internal static class CreateAdminCommand
{
    private static readonly AccountActor Actor = new(null, "コマンド create-admin");

    public static Command Create(IServiceProvider services)
    {
        var userName = new Argument<string>("USER_NAME") { Description = "ユーザー名" };
        var displayName = new Option<string>("--name") { Description = "氏名（画面に表示します）", DefaultValueFactory = _ => "管理者" };
        var office = new Option<string>("--office") { Description = "所属", DefaultValueFactory = _ => "システム管理" };
        var command = new Command("create-admin", "管理者を登録し、初回だけ使えるパスワードを標準出力に書き出します。") { userName, displayName, office };
        command.SetAction(services, async (scope, parsed, cancel) =>
        {
            var directory = scope.GetRequiredService<AccountDirectory>();
            var outcome = await directory.CreateAdministratorAsync(
                parsed.GetRequiredValue(userName), parsed.GetRequiredValue(displayName), parsed.GetRequiredValue(office), password: null, Actor, cancel);
            switch (outcome)
            {
                case AccountOutcome.Saved saved:
                    await Console.Out.WriteLineAsync(saved.OneTimePassword);
                    await Console.Error.WriteLineAsync($"管理者「{saved.Account.UserName}」を登録しました。標準出力のパスワードでサインインし、すぐに変更してください。");
                    return 0;
                case AccountOutcome.Refused refused:
                    foreach (var fault in refused.Faults) await Console.Error.WriteLineAsync($"［エラー］{fault.Text}");
                    return 1;
                default:
                    await Console.Error.WriteLineAsync("［エラー］登録できませんでした。");
                    return 1;
            }
        });
        return command;
    }
}
