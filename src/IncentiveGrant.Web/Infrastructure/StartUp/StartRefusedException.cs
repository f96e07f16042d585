namespace IncentiveGrant.Web.Infrastructure.StartUp;

/// <summary>The portal must not start like this; the message tells the person at the console what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
