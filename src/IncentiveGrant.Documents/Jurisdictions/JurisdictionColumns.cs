using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Jurisdictions;

namespace IncentiveGrant.Documents.Jurisdictions;

/// <summary>The columns of a jurisdictions file, under their Japanese and English headings, and its words.</summary>
internal static class JurisdictionColumns
{
    public static readonly TableColumn Code = new("団体コード", true, "code");
    public static readonly TableColumn Kind = new("種別", true, "kind");
    public static readonly TableColumn Prefecture = new("都道府県", true, "prefecture", "都道府県名");
    public static readonly TableColumn Name = new("名称", true, "name", "団体名", "市町村名");
    public static readonly TableColumn Kana = new("かな", false, "kana", "ふりがな", "よみがな");
    public static readonly TableColumn InsurerNumber = new("保険者番号", false, "insurer_number");
    public static readonly TableColumn Insured = new("第1号被保険者数", false, "insured");
    public static readonly TableColumn Population = new("人口", false, "population");
    public static readonly TableColumn Depopulated = new("過疎", false, "depopulated");
    public static readonly TableColumn Union = new("広域連合", false, "union");

    public static readonly IReadOnlyList<TableColumn> All =
        [Code, Kind, Prefecture, Name, Kana, InsurerNumber, Insured, Population, Depopulated, Union];

    public static readonly IReadOnlyDictionary<string, JurisdictionKind> Kinds =
        new Dictionary<string, JurisdictionKind>(StringComparer.OrdinalIgnoreCase)
    {
        [JurisdictionKind.Prefecture.Name()] = JurisdictionKind.Prefecture,
        [JurisdictionKind.Municipality.Name()] = JurisdictionKind.Municipality,
        [JurisdictionKind.WideAreaUnion.Name()] = JurisdictionKind.WideAreaUnion,
        ["prefecture"] = JurisdictionKind.Prefecture,
        ["municipality"] = JurisdictionKind.Municipality,
        ["union"] = JurisdictionKind.WideAreaUnion,
    };

    public static readonly IReadOnlyDictionary<string, bool> YesOrNo = new Dictionary<string, bool>
    {
        ["○"] = true, ["×"] = false, ["1"] = true, ["0"] = false, ["〇"] = true, ["◯"] = true, // three code points look alike
    };
}
