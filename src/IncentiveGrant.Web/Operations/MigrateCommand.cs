using System.CommandLine;
using IncentiveGrant.Data;

namespace IncentiveGrant.Web.Operations;

/// <summary>migrate: creates the database or brings it to the newest version.</summary>
internal static class MigrateCommand
{
    public static Command Create(IServiceProvider services)
    {
        var command = new Command("migrate", "データベースを作成し、最新の構造にします。");
        command.SetActionInAnyState(services, async (scope, _, cancel) =>
        {
            await PortalDatabase.MigrateAsync(scope.GetRequiredService<PortalDb>(), cancel);
            await Console.Error.WriteLineAsync("データベースは最新です。");
            return 0;
        });
        return command;
    }
}
