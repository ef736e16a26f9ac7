namespace Lintel.Model;

/// <summary>How soon a lead wants attention; the numeric order is the order of lists, highest first.</summary>
public enum Priority
{
    Low,
    Medium,
    High,
    Urgent,
}
