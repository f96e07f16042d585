using System.CommandLine;
using IncentiveGrant.Data;
using IncentiveGrant.Web.Demo;

namespace IncentiveGrant.Web.Operations;

/// <summary>demo: fills an empty database with the fictional data of the demonstration.</summary>
internal static class DemoCommand
{
    public static Command Create(IServiceProvider services)
    {
        var command = new Command("demo", "空のデータベースに、デモ用の架空のデータ（令和7・8年度）を取り込みます。");
        command.SetActionInAnyState(services, async (scope, _, cancel) =>
        {
            await PortalDatabase.MigrateAsync(scope.GetRequiredService<PortalDb>(), cancel);
            var outcome = await scope.GetRequiredService<DemoData>().LoadAsync(cancel);
            foreach (var line in outcome.Lines) await Console.Error.WriteLineAsync(line);
            return outcome.IsRefused ? 1 : 0;
        });
        return command;
    }
}
