using System.Text.RegularExpressions;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Infrastructure.StartUp;

public sealed partial class ConsoleTests
{
    [Fact]
    public async Task Start_WhereItIsRefused_SaysWhyAndEndsWithAnError()
    {
        var (exitCode, _, errors) = await PortalProcess.RunAsync(
            "--urls=http://0.0.0.0:0", "--Demo:Enabled=true", $"--Storage:Path={TestDatabase.NewFolder()}");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("デモは、このパソコンからだけ開けるアドレスで起動してください（指定されたアドレス：http://0.0.0.0:0）。", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database:Provider", "MySql", "Database:Provider の値「MySql」は使えません。Sqlite または PostgreSql を指定してください。")]
    [InlineData("Database:Provider", "7", "Database:Provider の値「7」は使えません。Sqlite または PostgreSql を指定してください。")]
    [InlineData("Demo:Enabled", "はい", "Demo:Enabled の値「はい」は使えません。true または false を指定してください。")]
    [InlineData("Storage:MinFreeMegabytes", "many", "Storage:MinFreeMegabytes の値「many」は使えません。数を指定してください。")]
    [InlineData("Pdf:Timeout", "soon", "Pdf:Timeout の値「soon」は使えません。00:01:00 のような時間を指定してください。")]
    [InlineData("Storage:MinFreeMegabytes", "-1", "Storage:MinFreeMegabytes には 0 から 1000000 までの数（MB）を指定してください。")]
    [InlineData("Proxy:KnownProxies:0", "proxy", "Proxy:KnownProxies の「proxy」はIPアドレスではありません。例：192.0.2.10")]
    [InlineData("Proxy:KnownNetworks:0", "192.0.2.0/99", "Proxy:KnownNetworks の「192.0.2.0/99」はネットワークではありません。例：192.0.2.0/24")]
    public async Task Start_WithAWrongSetting_NamesIt(string key, string value, string message)
    {
        var (exitCode, _, errors) = await PortalProcess.RunAsync(
            "--urls=http://127.0.0.1:0", $"--{key}={value}", $"--Storage:Path={TestDatabase.NewFolder()}");

        Assert.Equal(1, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database__Provider", "MySql", "Database:Provider の値「MySql」は使えません。Sqlite または PostgreSql を指定してください。")]
    [InlineData("Storage__MinFreeMegabytes", "-1", "Storage:MinFreeMegabytes には 0 から 1000000 までの数（MB）を指定してください。")]
    public async Task Command_WithAWrongSetting_NamesIt(string variable, string value, string message)
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(["migrate"], ("Storage__Path", TestDatabase.NewFolder()), (variable, value));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutAnAdministrator_ShowsTheSetupCodeOnTheConsoleAndNotInTheLog()
    {
        var folder = TestDatabase.NewFolder();

        var output = await PortalProcess.StartAndStopAsync(
            "--urls=http://127.0.0.1:0", $"--Storage:Path={folder}", "--Serilog:MinimumLevel=Debug");

        var code = Code().Match(output);
        Assert.True(code.Success, output);
        var log = string.Concat(Directory.GetFiles(Path.Combine(folder, "log")).Select(File.ReadAllText));
        Assert.Contains("Application started", log, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Value.Trim(), log, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s+[a-z2-9]{4}(-[a-z2-9]{4}){3}\s*$", RegexOptions.Multiline)]
    private static partial Regex Code();
}
