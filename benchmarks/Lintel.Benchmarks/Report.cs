namespace Lintel.Benchmarks;

/// <summary>The table a run prints: each figure beside its aim.</summary>
public sealed class Report(TextWriter output)
{
    private bool _begun;

    public void Line(string what, string measured, string aim = "", bool? reached = null)
    {
        if (!_begun)
        {
            _begun = true;
            output.WriteLine("| what | measured | aim | |");
            output.WriteLine("| --- | --- | --- | --- |");
        }

        output.WriteLine($"| {what} | {measured} | {aim} | {(reached is null ? "" : reached.Value ? "reached" : "MISSED")} |");
    }
}
