namespace Lintel.Data;

/// <summary>What the audit says was done, as the wire has it.</summary>
public static class AuditAction
{
    public const string Created = "created";
    public const string Changed = "changed";

    /// <summary>A lead went to an agent, or to nobody.</summary>
    public const string Assigned = "assigned";

    /// <summary>Another lead of the same person was joined to this one.</summary>
    public const string Merged = "merged";

    /// <summary>An import that nobody had worked with was taken back.</summary>
    public const string Deleted = "deleted";

    public const string Erased = "erased";
    public const string Exported = "exported";

    /// <summary>Somebody who is known asked for what they may not have.</summary>
    public const string Refused = "refused";

    public const string SignedIn = "signed_in";

    /// <summary>Somebody who is not let in tried an account of the agency.</summary>
    public const string SignInFailed = "sign_in_failed";
}
