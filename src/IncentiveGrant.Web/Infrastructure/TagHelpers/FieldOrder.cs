using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncentiveGrant.Web.Infrastructure.TagHelpers;

/// <summary>
/// The order of fields as their form declares them; the framework lists errors in an order of its own. Errors of the whole form come first.
/// </summary>
internal static class FieldOrder
{
    /// <summary>A text that sorts as the fields of a model stand.</summary>
    /// <param name="model">The page's model.</param>
    /// <param name="field">The field: <c>Input.Rows[2].Points</c>.</param>
    public static string Of(ModelMetadata model, string field)
    {
        var (order, at) = ("", (ModelMetadata?)model);
        foreach (var part in field.Split('.', '[').Where(part => part.Length > 0))
        {
            var isIndex = part.EndsWith(']');
            var place = isIndex ? Index(part) : Place(at, part);
            order += string.Create(CultureInfo.InvariantCulture, $"{place:00000}/");
            at = isIndex ? at?.ElementMetadata : at?.Properties[part];
        }
        return order;
    }

    private static int Index(string part) =>
        int.TryParse(part.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;

    private static int Place(ModelMetadata? model, string property) =>
        model?.Properties.ToList().FindIndex(p => p.PropertyName == property) ?? -1;
}
