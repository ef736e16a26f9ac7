using Lintel.Model;

namespace Lintel.Tests.Model;

/// <summary>From the first inbound contact (the creation if there is none) to the first human outbound contact after it.</summary>
public sealed class ResponseTimeTests
{
    private static readonly DateTime Nine = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    private readonly Lead _lead = new() { CreatedAt = Nine };

    [Fact]
    public void Without_an_inbound_contact_it_runs_from_the_creation()
    {
        Record(Direction.Outbound, minutes: 10);

        Assert.Equal(600, _lead.ResponseSeconds);
    }

    [Fact]
    public void With_one_it_runs_from_that()
    {
        Record(Direction.Inbound, minutes: 5);
        Record(Direction.Outbound, minutes: 10);
        Record(Direction.Inbound, minutes: 11);
        Record(Direction.Outbound, minutes: 30);

        Assert.Equal(300, _lead.ResponseSeconds);
    }

    [Fact]
    public void What_was_said_before_the_person_asked_is_no_answer()
    {
        Record(Direction.Outbound, minutes: 5);
        Record(Direction.Inbound, minutes: 10);

        Assert.Null(_lead.ResponseSeconds);
    }

    [Fact]
    public void What_was_said_before_the_lead_was_created_is_no_answer()
    {
        Record(Direction.Outbound, minutes: 5, completed: -10);

        Assert.Null(_lead.ResponseSeconds);
    }

    [Fact]
    public void An_automated_reply_a_note_and_an_appointment_ahead_are_no_answer()
    {
        Record(Direction.Outbound, minutes: 1, automated: true);
        Record(Direction.Outbound, minutes: 2, type: InteractionType.Note);
        Record(Direction.Outbound, minutes: 3, scheduled: 60);
        Record(Direction.Outbound, minutes: 4, type: InteractionType.Assignment);

        Assert.Equal((null, 1, Nine.AddMinutes(1)), (_lead.ResponseSeconds, _lead.Contacts, _lead.LastContactAt));
    }

    [Fact]
    public void An_answer_that_was_given_earlier_and_logged_later_counts()
    {
        Record(Direction.Inbound, minutes: 0);
        Record(Direction.Outbound, minutes: 60);
        Record(Direction.Outbound, minutes: 61, completed: 15);

        Assert.Equal(900, _lead.ResponseSeconds);
    }

    [Fact]
    public void A_contact_that_was_scheduled_and_is_past_took_place_then()
    {
        Record(Direction.Outbound, minutes: 120, type: InteractionType.Viewing, scheduled: 60);

        Assert.Equal((3600, Nine.AddMinutes(60)), (_lead.ResponseSeconds, _lead.LastContactAt));
    }

    [Fact]
    public void One_that_is_scheduled_for_later_is_ahead_even_when_it_says_when_it_will_be_over()
    {
        Record(Direction.Outbound, minutes: 0, type: InteractionType.Viewing, scheduled: 60, completed: 90);

        Assert.Equal((0, null, LeadStatus.New), (_lead.Contacts, _lead.LastContactAt, _lead.Status));
    }

    [Fact]
    public void One_that_took_place_before_its_time_took_place()
    {
        Record(Direction.Outbound, minutes: 10, type: InteractionType.Viewing, scheduled: 60, completed: 5);

        Assert.Equal((1, Nine.AddMinutes(5), LeadStatus.Contacted), (_lead.Contacts, _lead.LastContactAt, _lead.Status));
    }

    private void Record(
        Direction direction, int minutes, InteractionType type = InteractionType.Message, bool automated = false, int? scheduled = null, int? completed = null) =>
        _lead.Record(
            new Interaction
            {
                Type = type,
                Direction = direction,
                IsAutomated = automated,
                CreatedAt = Nine.AddMinutes(minutes),
                ScheduledAt = scheduled is { } s ? Nine.AddMinutes(s) : null,
                CompletedAt = completed is { } c ? Nine.AddMinutes(c) : null,
            },
            "test");
}
