namespace Lintel.Http;

/// <summary>Headers that keep a browser from doing more with an answer than it should.</summary>
public static class SafeHeaders
{
    /// <summary>The policy of pages that people read: scripts and styles of our own, and calls to this server alone.</summary>
    public const string Pages = "pages";

    public static void AddSafeHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies()
        .SetDefaultPolicy(policy =>
        {
            policy.AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddFrameAncestors().None();
            });
            Common(policy);
            policy.AddCustomHeader("Cache-Control", "no-store");
        })
        .AddPolicy(Pages, policy =>
        {
            policy.AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddScriptSrc().WithNonce().Self();

                // Style attributes can carry no nonce, and the pages' components set them all over; a style cannot act.
                content.AddStyleSrc().Self().UnsafeInline();
                content.AddImgSrc().Self().Data();
                content.AddFontSrc().Self();
                content.AddConnectSrc().Self();
                content.AddBaseUri().None();
                content.AddFormAction().None();
                content.AddFrameAncestors().None();
            });
            Common(policy);
        });

    private static void Common(HeaderPolicyCollection policy)
    {
        policy.AddContentTypeOptionsNoSniff();
        policy.AddFrameOptionsDeny();
        policy.AddReferrerPolicyNoReferrer();
        policy.AddCrossOriginResourcePolicy(resource => resource.SameOrigin());
        policy.AddCrossOriginOpenerPolicy(opener => opener.SameOrigin());
        policy.AddStrictTransportSecurityMaxAge();
        policy.RemoveServerHeader();
    }
}
