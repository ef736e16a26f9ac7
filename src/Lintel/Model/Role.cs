namespace Lintel.Model;

/// <summary>What a person is in an agency. Each may do what the one before may, and more.</summary>
public enum Role
{
    /// <summary>Takes care of leads of their own.</summary>
    Agent,

    /// <summary>Runs the agency's business day to day.</summary>
    Manager,

    /// <summary>Answers for the agency: its people, keys and bills too.</summary>
    Owner,
}
