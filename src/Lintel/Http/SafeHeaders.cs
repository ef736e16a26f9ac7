namespace Lintel.Http;

/// <summary>Headers that keep a browser from doing more with an answer than it should.</summary>
public static class SafeHeaders
{
    /// <summary>The policy of the documentation: scripts and styles that this answer names by its nonce or that are files of ours, and calls to this server alone.</summary>
    public const string Pages = "pages";

    /// <summary>The policy of all that is under <c>/app</c>, failures too: nothing inline, and pictures of listings from wherever they are.</summary>
    public const string App = "app";

    /// <summary>The policy of scripts, styles, icons and fonts, which say themselves how long they may be kept.</summary>
    public const string Assets = "assets";

    /// <summary>The policy of the service worker, which asks this server and runs nothing else; browsers ask each time whether it is a new one.</summary>
    public const string Worker = "worker";

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
                content.AddStyleSrc().WithNonce().Self();
                content.AddImgSrc().Self().Data();
                content.AddFontSrc().Self();
                content.AddConnectSrc().Self();
                content.AddBaseUri().None();
                content.AddFormAction().None();
                content.AddFrameAncestors().None();
            });
            Common(policy);
        })
        .AddPolicy(App, policy =>
        {
            policy.AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddScriptSrc().Self();
                content.AddStyleSrc().Self();
                content.AddImgSrc().Self().Data().From("https:");
                content.AddFontSrc().Self();
                content.AddConnectSrc().Self();
                content.AddManifestSrc().Self();
                content.AddWorkerSrc().Self();
                content.AddBaseUri().Self();
                content.AddFormAction().Self();
                content.AddFrameAncestors().None();
            });
            Common(policy);
            policy.AddCustomHeader("Cache-Control", "no-store");
        })
        .AddPolicy(Assets, policy =>
        {
            policy.AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddFrameAncestors().None();
            });
            Common(policy);
        })
        .AddPolicy(Worker, policy =>
        {
            policy.AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddConnectSrc().Self();
                content.AddFrameAncestors().None();
            });
            Common(policy);
            policy.AddCustomHeader("Cache-Control", "no-cache");
        })
        .SetPolicySelector(chosen => chosen.EndpointPolicyName is null && chosen.HttpContext.Request.Path.StartsWithSegments("/app", StringComparison.Ordinal)
            ? chosen.ConfiguredPolicies[App]
            : chosen.SelectedPolicy);

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
