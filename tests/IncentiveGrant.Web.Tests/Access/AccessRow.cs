using IncentiveGrant.Domain.Accounts;

namespace IncentiveGrant.Web.Tests.Access;

/// <summary>What somebody gets at an address.</summary>
public enum Answer
{
    /// <summary>200.</summary>
    Opens,

    /// <summary>302 to the sign-in page.</summary>
    AsksToSignIn,

    /// <summary>302 to another page.</summary>
    LeadsElsewhere,

    /// <summary>401: a program that is not signed in.</summary>
    Unauthorized,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,
}

/// <summary>Who gets what at a route.</summary>
/// <param name="Route">The route as the page writes it, without a slash before it: <c>admin/users/{id:int}</c>.</param>
/// <param name="Anonymous">Who is not signed in.</param>
/// <param name="Viewer">閲覧者.</param>
/// <param name="Officer">市町村担当者 (かわべ町 of 宮城県).</param>
/// <param name="Staff">都道府県職員 (宮城県).</param>
/// <param name="Administrator">管理者.</param>
public sealed record AccessRow(string Route, Answer Anonymous, Answer Viewer, Answer Officer, Answer Staff, Answer Administrator)
{
    /// <summary>An address of the route, where that is not the route itself.</summary>
    public string Address { get; init; } = "/" + Route;

    /// <summary>Whether it answers programs: no page to hold against the common checks.</summary>
    public bool IsForPrograms { get; init; }

    /// <summary>Everybody, signed in or not, gets the same.</summary>
    public static AccessRow Everybody(string route, Answer answer = Answer.Opens) => new(route, answer, answer, answer, answer, answer);

    /// <summary>Everybody who is signed in.</summary>
    public static AccessRow SignedIn(string route) =>
        Roles(route, PortalRole.Viewer, PortalRole.MunicipalOfficer, PortalRole.PrefectureStaff, PortalRole.Administrator);

    /// <summary>Some roles; the others are forbidden.</summary>
    public static AccessRow Roles(string route, params PortalRole[] roles)
    {
        return new(route, Answer.AsksToSignIn, Of(PortalRole.Viewer), Of(PortalRole.MunicipalOfficer), Of(PortalRole.PrefectureStaff),
            Of(PortalRole.Administrator));

        Answer Of(PortalRole role) => roles.Contains(role) ? Answer.Opens : Answer.Forbidden;
    }

    /// <summary>The same for a program: who is not signed in gets a status instead of the sign-in page.</summary>
    public AccessRow AsApi() => this with { Anonymous = Answer.Unauthorized, IsForPrograms = true };

    /// <summary>What a role gets; null for nobody.</summary>
    public Answer For(PortalRole? role) => role switch
    {
        PortalRole.Viewer => Viewer,
        PortalRole.MunicipalOfficer => Officer,
        PortalRole.PrefectureStaff => Staff,
        PortalRole.Administrator => Administrator,
        _ => Anonymous,
    };
}
