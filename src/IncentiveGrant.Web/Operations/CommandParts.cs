using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IncentiveGrant.Data;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure.StartUp;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Operations;

/// <summary>What several commands share: their options and the way they write.</summary>
internal static class CommandParts
{
    /// <summary>JSON as commands print it: readable Japanese, numbers as numbers.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <summary>--year.</summary>
    public static Option<FiscalYear?> Year(string description, bool required = false) => new("--year")
    {
        Description = description,
        Required = required,
        HelpName = "2026",
        CustomParser = result =>
        {
            if (FiscalYear.TryParse(result.Tokens is [var token] ? token.Value : null, out var year)) return year;
            result.AddError("--year には評価年度を 2026 や 令和8年度 のように指定してください。");
            return null;
        },
    };

    /// <summary>--audience.</summary>
    public static Option<Audience> AudienceOption() => new("--audience")
    {
        Description = "対象。municipality（市町村分）または prefecture（都道府県分）",
        HelpName = "municipality|prefecture",
        DefaultValueFactory = _ => Audience.Municipality,
        CustomParser = result => OneOf(result, Enum.GetValues<Audience>(), a => a.Slug(), "--audience には municipality または prefecture を指定してください。"),
    };

    /// <summary>--format.</summary>
    public static Option<string> Format(params string[] formats) => new("--format")
    {
        Description = $"出力形式。{string.Join("、", formats)}",
        HelpName = string.Join('|', formats),
        DefaultValueFactory = _ => formats[0],
        CustomParser = result => OneOf(result, formats, f => f, $"--format には {string.Join(" または ", formats)} を指定してください。")!,
    };

    /// <summary>Runs with services of one scope, where the database is as this version of the portal needs it.</summary>
    public static void SetAction(this Command command, IServiceProvider services, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action) =>
        command.SetActionInAnyState(services, async (scope, parsed, cancel) =>
        {
            switch (await PortalDatabase.StateAsync(scope.GetRequiredService<PortalDb>(), cancel))
            {
                case DatabaseState.Unreachable:
                    return await RefuseAsync(PortalStart.DatabaseUnreachable);
                case DatabaseState.Outdated:
                    return await RefuseAsync("データベースがまだないか、構造がこの版のポータルより古い状態です。migrate コマンドを実行してから、もう一度実行してください。");
                default:
                    return await action(scope, parsed, cancel);
            }
        });

    /// <summary>Runs with services of one scope, whatever the state of the database.</summary>
    public static void SetActionInAnyState(
        this Command command, IServiceProvider services, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                services.GetRequiredService<IStartupValidator>().Validate();
                await using var scope = services.CreateAsyncScope();
                return await action(scope.ServiceProvider, parsed, cancel);
            }
            catch (OptionsValidationException fault)
            {
                return await RefuseAsync(fault.Message);
            }
            catch (Exception fault) when (fault.GetBaseException() is SocketException)
            {
                return await RefuseAsync(PortalStart.DatabaseUnreachable);
            }
        });

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync($"［エラー］{why}");
        return 1;
    }

    /// <summary>Opens a file that a command was given; null when it cannot be opened, which standard error tells.</summary>
    public static async Task<FileStream?> OpenAsync(FileInfo file)
    {
        try
        {
            if (file.Exists) return file.OpenRead();
            await Console.Error.WriteLineAsync($"［エラー］ファイル「{file.Name}」がありません。場所と名前を確かめてください。");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"［エラー］ファイル「{file.Name}」を開けません。Excelなどで開いているときは閉じ、読み取りの権限を確かめてください。");
        }
        return null;
    }

    /// <summary>A message on a file, as commands print it.</summary>
    public static string Line(ImportMessage message) => message.Severity switch
    {
        ImportSeverity.Error => $"［エラー］{message}",
        ImportSeverity.Warning => $"［注意］{message}",
        _ => $"［お知らせ］{message}",
    };

    private static T? OneOf<T>(ArgumentResult result, IReadOnlyList<T> values, Func<T, string> word, string error)
    {
        foreach (var value in values)
            if (result.Tokens is [var token] && token.Value.Equals(word(value), StringComparison.OrdinalIgnoreCase)) return value;
        result.AddError(error);
        return default;
    }
}
