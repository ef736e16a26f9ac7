namespace Lintel.Data;

/// <summary>What the audit says was done, as the wire has it.</summary>
public static class AuditAction
{
    public const string Created = "created";
    public const string Changed = "changed";

    /// <summary>A lead went to an agent, or to nobody.</summary>
    public const string Assigned = "assigned";

    public const string Exported = "exported";
}
