using System.Collections.Frozen;
using System.Globalization;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>The 47 prefectures, which are built into the portal (<c>prefectures.csv</c>).</summary>
/// <param name="Number">1 (北海道) to 47 (沖縄県), the first two digits of every code of the prefecture.</param>
/// <param name="Code">Its own 団体コード.</param>
/// <param name="Name">宮城県.</param>
/// <param name="Kana">みやぎけん.</param>
public sealed record PrefectureName(int Number, string Code, string Name, string Kana)
{
    private static readonly FrozenDictionary<string, PrefectureName> ByName;

#pragma warning disable CA1810 // the two tables come from one reading of the file
    static PrefectureName()
    {
        using var stream = typeof(PrefectureName).Assembly.GetManifestResourceStream("prefectures.csv")!;
        using var reader = new StreamReader(stream);
        All = [.. Lines(reader).Skip(1).Select(line => line.Split(','))
            .Select(f => new PrefectureName(int.Parse(f[0].AsSpan(0, 2), CultureInfo.InvariantCulture), f[0], f[1], f[2]))];
        ByName = All.ToFrozenDictionary(p => p.Name);
    }
#pragma warning restore CA1810

    /// <summary>All 47, by number.</summary>
    public static IReadOnlyList<PrefectureName> All { get; }

    /// <summary>宮城: the name without 都, 府 or 県 (北海道 stays whole), for charts.</summary>
    public string Short => Name == "北海道" ? Name : Name[..^1];

    /// <summary>Name and reading as a reader's search meets them.</summary>
    public IReadOnlyList<string> SearchForms { get; } = [NormalizedText.Search(Name), NormalizedText.Search(Kana)];

    /// <summary>The prefecture with a number.</summary>
    public static PrefectureName Of(int number) => All[number - 1];

    /// <summary>The prefecture with a number; null when there is none.</summary>
    public static PrefectureName? TryOf(int? number) => number >= 1 && number <= All.Count ? Of(number.Value) : null;

    /// <summary>The prefecture with a name as files write it (full or short, any width); null when it is none.</summary>
    public static PrefectureName? FromName(string? text)
    {
        var name = NormalizedText.Name(text);
        return ByName.GetValueOrDefault(name) ?? All.FirstOrDefault(p => p.Short == name);
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { Length: > 0 } line) yield return line;
    }
}
