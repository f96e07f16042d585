using Microsoft.AspNetCore.Mvc;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>Where somebody goes after the sign-in, as their browser asked for it.</summary>
internal static class ReturnAddresses
{
    extension(IUrlHelper url)
    {
        /// <summary>An address of the portal as a header can carry it, which is in ASCII; null for any other.</summary>
        public string? ReturnAddress(string? asked) => url.IsLocalUrl(asked)
            ? string.Concat(asked!.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())))
            : null;
    }
}
