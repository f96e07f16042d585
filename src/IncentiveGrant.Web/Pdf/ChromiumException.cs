namespace IncentiveGrant.Web.Pdf;

/// <summary>The browser could not do what it was asked. It stays inside this folder: callers get a <see cref="PdfResult"/>.</summary>
internal sealed class ChromiumException(ChromiumFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public ChromiumFault Fault { get; } = fault;
}

/// <summary>What is wrong with the browser.</summary>
internal enum ChromiumFault
{
    /// <summary>No executable where one should be.</summary>
    NotFound,

    /// <summary>It ended or kept silent at its start.</summary>
    NotStarted,

    /// <summary>It, or the process of the tab, ended while it was in use.</summary>
    Lost,

    /// <summary>It lives, but refused a command.</summary>
    Refused,
}
