using System.Text;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>What a file is, by its first bytes.</summary>
internal enum FileKind
{
    /// <summary>None of those below.</summary>
    Other,

    /// <summary>A zip archive, as every xlsx is.</summary>
    Zip,

    /// <summary>An OLE container: a legacy .xls, or an xlsx locked with a password.</summary>
    LegacyOffice,

    /// <summary>Text, as every CSV is.</summary>
    Text,
}

/// <summary>Tells files apart by content.</summary>
internal static class FileSignature
{
    private const int HeadLength = 4096;

    private static readonly byte[] OleSignature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileKind Of(Stream content)
    {
        content.Position = 0;
        Span<byte> buffer = stackalloc byte[HeadLength];
        var head = buffer[..content.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false)];
        content.Position = 0;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return FileKind.Zip;
        if (head.StartsWith(OleSignature)) return FileKind.LegacyOffice;
        return IsText(head) ? FileKind.Text : FileKind.Other;
    }

    /// <summary>Whether an OLE container holds an encrypted package: its directory names a stream so, in UTF-16.</summary>
    public static bool IsEncrypted(Stream content)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[81920];
        var kept = 0;
        content.Position = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(name) >= 0) return true;
            kept = Math.Min(filled, name.Length - 1); // the name may lie across two reads
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }
        return false;
    }

    /// <summary>No control characters but white space, unless it is UTF-16 with its mark; no markup.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return true;
        if (head.StartsWith("%PDF"u8) || head.StartsWith("{\\rtf"u8)) return false;
        foreach (var b in head)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                return false;
        var text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        return !text.TrimStart(" \t\r\n"u8).StartsWith("<"u8); // a web page or XML saved under the name of a workbook
    }
}
