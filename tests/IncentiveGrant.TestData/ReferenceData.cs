namespace IncentiveGrant.TestData;

/// <summary>The reference files: published figures that tests hold the portal against.</summary>
public static class ReferenceData
{
    /// <summary>The full path of a reference file.</summary>
    public static string PathOf(string fileName) => Path.Combine(AppContext.BaseDirectory, "Reference", fileName);

    /// <summary>The rows of a reference CSV by column name. The files hold no line breaks inside fields.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string fileName)
    {
        var lines = File.ReadAllLines(PathOf(fileName));
        var header = Fields(lines[0]);
        return [.. lines.Skip(1).Select(line => Fields(line).Zip(header).ToDictionary(pair => pair.Second, pair => pair.First))];
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) (_, _) = (Add(), field.Clear());
            else field.Append(c);
        }
        Add();
        return fields;

        int Add()
        {
            fields.Add(field.ToString());
            return fields.Count;
        }
    }
}
