using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Web;
using Microsoft.Extensions.Localization;

namespace Lintel.Analytics;

/// <summary>What each chart says, in one sentence, which is its title.</summary>
public sealed class Findings(Report report, IStringLocalizer<AnalyticsWords> words, IStringLocalizer<LeadWords> leadWords, Formats formats)
{
    /// <summary>A rate of fewer leads than this is chance.</summary>
    private const int Telling = 5;

    /// <summary>From this score on, a lead is called promising.</summary>
    private const int Promising = 3;

    public string Trend
    {
        get
        {
            var more = report.Now.NewLeads - report.Before.NewLeads;
            return words[more switch { > 0 => "says.more", < 0 => "says.fewer", _ => "says.same" }, formats.Number(report.Now.NewLeads), formats.Number(Math.Abs(more))];
        }
    }

    /// <summary>Where most are lost between one stage and the next.</summary>
    public string Funnel
    {
        get
        {
            var counts = Stages(report.Funnel);
            var drops = counts.Zip(counts.Skip(1), (before, after) => (From: before, To: after)).Where(step => step.From.Leads > 0).ToList();
            if (drops.Count == 0)
            {
                return words["says.no_leads"];
            }

            var (from, to) = drops.MaxBy(step => step.From.Leads - step.To.Leads);
            return words["says.drop", leadWords[$"status.{from.Name}"], leadWords[$"status.{to.Name}"], formats.Rate(Rate.Of(to.Leads, from.Leads))];
        }
    }

    public string Sources
    {
        get
        {
            if (report.Sources is not [var first, ..])
            {
                return words["says.no_leads"];
            }

            var best = report.Sources.Where(source => source is { TotalLeads: >= Telling, ConvertedLeads: > 0 }).MaxBy(source => source.ConversionRate);
            return best is null ? words["says.source", Name(first)]
                : best == first ? words["says.source_both", Name(first)]
                : words["says.sources", Name(first), Name(best)];
        }
    }

    public string Agents => report.Agents.Where(agent => agent is { TotalLeads: >= Telling, ConvertedLeads: > 0 }).MaxBy(agent => agent.ConversionRate) is { } best
        ? words["says.agent", best.Name, formats.Rate(best.ConversionRate)]
        : words["says.agents"];

    public string Properties => report.Properties is [var most, ..] ? words["says.property", most.Title] : words["says.no_property"];

    public string Responses
    {
        get
        {
            var answered = report.Responses.ResponseTimes.Sum(range => range.Leads);
            var soon = report.Responses.ResponseTimes.Where(range => range.ToMinutes <= 60).Sum(range => range.Leads);
            return answered == 0 ? words["says.no_answer"] : words["says.answer", formats.Rate(Rate.Of(soon, answered))];
        }
    }

    public string Scores
    {
        get
        {
            var (low, high) = (report.Scores.Take(Promising), report.Scores.Skip(Promising));
            return words["says.score", formats.Rate(Converted(high)), formats.Rate(Converted(low))];
        }
    }

    /// <summary>The stages of the funnel, named as the statuses.</summary>
    public static IReadOnlyList<(string Name, long Leads)> Stages(FunnelCounts counts) =>
    [
        (WireEnum<LeadStatus>.Name(LeadStatus.New), counts.TotalLeads),
        (WireEnum<LeadStatus>.Name(LeadStatus.Contacted), counts.ContactedLeads),
        (WireEnum<LeadStatus>.Name(LeadStatus.Qualified), counts.QualifiedLeads),
        (WireEnum<LeadStatus>.Name(LeadStatus.ViewingScheduled), counts.ViewingLeads),
        (WireEnum<LeadStatus>.Name(LeadStatus.Applied), counts.AppliedLeads),
        (WireEnum<LeadStatus>.Name(LeadStatus.Converted), counts.ConvertedLeads),
    ];

    private string Name(SourceFigures source) => Source.Of(source.Source, leadWords);

    private static decimal Converted(IEnumerable<ScoreRange> ranges) => Rate.Of(ranges.Sum(range => range.Converted), ranges.Sum(range => range.Count));
}
