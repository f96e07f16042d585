using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace IncentiveGrant.Web.Pdf;

/// <summary>
/// Commands to a browser and its answers, over a pair of pipes: JSON messages, each closed by a zero byte. No port is opened.
/// </summary>
internal sealed class DevToolsConnection(Stream toBrowser, Stream fromBrowser)
{
    private const byte EndOfMessage = 0;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Japanese stays as it is: escaped, a document would be twice as long.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Channel<byte[]> outgoing = Channel.CreateUnbounded<byte[]>();
    private readonly ConcurrentDictionary<int, Pending> pending = new();
    private readonly ConcurrentDictionary<string, bool> crashedSessions = new();
    private volatile bool hasEnded;
    private int lastId;

    /// <summary>Whether the browser has closed its end.</summary>
    public bool HasEnded => hasEnded;

    /// <summary>Whether the process behind a session (a tab) has crashed.</summary>
    public bool HasCrashed(string sessionId) => crashedSessions.ContainsKey(sessionId);

    /// <summary>Carries commands and answers until the browser closes its end.</summary>
    public Task RunAsync() => Task.WhenAll(WriteToEndAsync(), ReadToEndAsync());

    /// <summary>Sends a command and awaits its answer.</summary>
    /// <exception cref="ChromiumException">The browser has ended, the tab has crashed, or the command is refused.</exception>
    public async Task<JsonElement> CallAsync(string method, object? parameters, string? sessionId, CancellationToken cancel)
    {
        var command = new Command(Interlocked.Increment(ref lastId), method, parameters, sessionId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[command.Id] = new Pending(sessionId, answer);
        try
        {
            // Asked after the entry was made, so that an end or a crash in between cannot leave it waiting.
            if (hasEnded) throw Lost();
            if (sessionId is not null && HasCrashed(sessionId)) throw Crashed();
            outgoing.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(command, Json));
            return await answer.Task.WaitAsync(cancel);
        }
        finally
        {
            pending.TryRemove(command.Id, out _);
        }
    }

    private async Task WriteToEndAsync()
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync())
            {
                await toBrowser.WriteAsync(message);
                await toBrowser.WriteAsync(new[] { EndOfMessage });
                await toBrowser.FlushAsync();
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            End();
        }
    }

    private async Task ReadToEndAsync()
    {
        var chunk = new byte[64 * 1024];
        var message = new ArrayBufferWriter<byte>();
        try
        {
            int count;
            while ((count = await fromBrowser.ReadAsync(chunk)) > 0) message = TakeIn(chunk.AsSpan(0, count), message);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or JsonException)
        {
            // A broken pipe or an unreadable message ends the conversation just as a closed pipe does.
        }
        End();
    }

    /// <summary>Whoever still waits learns that the browser is lost.</summary>
    private void End()
    {
        hasEnded = true;
        outgoing.Writer.TryComplete();
        foreach (var waiting in pending.Values) waiting.Answer.TrySetException(Lost());
    }

    private ArrayBufferWriter<byte> TakeIn(ReadOnlySpan<byte> bytes, ArrayBufferWriter<byte> message)
    {
        while (bytes.IndexOf(EndOfMessage) is >= 0 and var end)
        {
            message.Write(bytes[..end]);
            bytes = bytes[(end + 1)..];
            Dispatch(message.WrittenMemory);
            // A new one each time: a buffer that has held a large PDF would keep its size.
            message = new ArrayBufferWriter<byte>();
        }
        message.Write(bytes);
        return message;
    }

    private void Dispatch(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        var root = document.RootElement;
        if (root.TryGetProperty("id", out var id))
        {
            if (!pending.TryRemove(id.GetInt32(), out var waiting)) return;
            if (root.TryGetProperty("error", out var error)) waiting.Answer.TrySetException(Refused(error.GetRawText()));
            else waiting.Answer.TrySetResult(root.GetProperty("result").Clone());
        }
        else if (root.GetProperty("method").ValueEquals("Inspector.targetCrashed"))
        {
            // What the tab was asked before is never answered.
            var session = root.GetProperty("sessionId").GetString()!;
            crashedSessions[session] = true;
            foreach (var waiting in pending.Values.Where(p => p.SessionId == session)) waiting.Answer.TrySetException(Crashed());
        }
    }

    private static ChromiumException Lost() => new(ChromiumFault.Lost, "The browser has ended.");

    private static ChromiumException Crashed() => new(ChromiumFault.Lost, "The tab has crashed.");

    private static ChromiumException Refused(string error) => new(ChromiumFault.Refused, error);

    private sealed record Command(int Id, string Method, [property: JsonPropertyName("params")] object? Parameters, string? SessionId);

    private sealed record Pending(string? SessionId, TaskCompletionSource<JsonElement> Answer);
}
