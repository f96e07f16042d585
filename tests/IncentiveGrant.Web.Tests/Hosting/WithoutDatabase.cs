namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>
/// The trait of tests that touch no database, so that one run of them is enough: <c>[Trait(WithoutDatabase.Name,
/// WithoutDatabase.Value)]</c>.
/// </summary>
public static class WithoutDatabase
{
    /// <summary>The trait; test.sh leaves these tests out of its second run.</summary>
    public const string Name = "Database";

    /// <summary>Its value.</summary>
    public const string Value = "Untouched";
}
