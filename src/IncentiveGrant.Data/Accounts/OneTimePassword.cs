using System.Security.Cryptography;

namespace IncentiveGrant.Data.Accounts;

/// <summary>
/// A secret that is read off one screen or sheet of paper and typed in once: sixteen letters and digits (79 bits) without those that are
/// taken for one another (0 and o, 1 and l and i).
/// </summary>
public static class OneTimePassword
{
    private const string Characters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int GroupLength = 4;
    private const int Groups = 4;

    /// <summary>k7mq-2xhd-w9ra-c4tn.</summary>
    public static string Create() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Characters, GroupLength)));
}
