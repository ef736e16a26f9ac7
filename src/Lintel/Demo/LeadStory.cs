using System.Text;
using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Model;
using Lintel.Scoring;

namespace Lintel.Demo;

/// <summary>What does not differ from lead to lead.</summary>
public sealed record Setting(Agency Agency, long Seed, DateTime Now, Listings Listings, Desk Desk)
{
    public TimeZoneInfo Zone { get; } = Agency.Zone;

    public StringBuilder Scratch { get; } = new();
}

/// <summary>
/// The life of one lead, told through what the domain itself does with it (<see cref="Lead.Record"/>, <see cref="Lead.ChangeStatus"/>, …) while
/// a clock moves, up to now. What would happen after now has not happened.
/// </summary>
public sealed class LeadStory
{
    // How far leads come, from stage to stage, with an average agent.
    private const double Answers = 0.56;
    private const double Qualifies = 0.70;
    private const double Views = 0.60;
    private const double Applies = 0.42;
    private const double Signs = 0.68;

    // What an agent means to do before a viewing that was agreed.
    private const string ToDo = "Confirm the viewing";

    private static readonly TimeSpan ConfirmsBefore = TimeSpan.FromHours(1);

    private static readonly string[] Tags = ["family", "pets", "expat", "investor", "first-time buyer", "student", "company lease", "short lease", "VIP", "relocation", "cash buyer", "學生", "上車客"];

    private readonly Setting _setting;
    private readonly Origin _origin;
    private readonly Dice _dice;
    private readonly Person _person;
    private readonly Want _want;
    private readonly Wording _wording;
    private readonly Lead _lead;
    private readonly double _promise;
    private readonly DateTime _came;
    private Member? _agent;
    private DateTime _at;

    private LeadStory(long which, DateTime came, Setting setting)
    {
        _setting = setting;
        _dice = Dice.For(setting.Seed, "lead", which);
        _came = _at = came;
        _origin = Origin.Any(_dice, setting.Now - came);
        _person = People.Of(which, (int)(setting.Seed & 0xFFFFFF), _dice);
        _want = MakeUpWant();
        _wording = new Wording(_want, _person, setting.Agency);
        _promise = _origin.Promise * (_want.Listing is null ? 0.95 : 1.1);
        _lead = new Lead { AgencyId = setting.Agency.Id, CreatedAt = came };
    }

    /// <param name="which">Counts the leads of the agency from 0.</param>
    public static Lead Tell(long which, DateTime came, Setting setting)
    {
        var story = new LeadStory(which, came, setting);
        story.Come();
        story.GoOn();
        story._lead.Rate(setting.Now);
        story._lead.FollowUps.ForEach(promise => promise.IsAnnounced = promise.DueAt <= setting.Now);
        return story._lead;
    }

    private Want MakeUpWant()
    {
        var place = City.Wanted(_dice);
        var listings = _setting.Listings.In(place);
        var listing = listings.Count > 0 && _dice.Chance(_origin.NamesListing) ? _dice.Popular(listings) : null;
        listing = listing?.Row.CreatedAt <= _came ? listing : null;
        var buys = listing?.IsForSale ?? _dice.Chance(0.28);
        var type = listing?.Row.PropertyType ?? (place.Types.Length > 0 && _dice.Chance(0.15) ? _dice.Of(place.Types) : "apartment");
        int? bedrooms = listing is not null ? listing.Row.Bedrooms : type is "office" or "shop" or "industrial" ? null : Listings.Bedrooms(_dice);
        type = type == "apartment" && bedrooms == 0 ? "studio" : type;
        var size = (int?)listing?.Row.SaleableArea ?? (bedrooms is { } rooms ? Listings.SizeOf(rooms, _dice) : _dice.Between(250, 2_500));
        var price = listing?.Row.Price ?? Listings.Price(place, type, size, buys, _dice);

        // People name round figures, a little under what they will pay.
        var step = buys ? 500_000 : price > 40_000 ? 5_000 : 1_000;
        var budget = Math.Max(step, (long)(price * (0.9 + (0.2 * _dice.Unit())) / step) * step);
        var moveIn = _setting.Agency.DayOf(_came).AddDays(_dice.Between(10, buys ? 150 : 75));
        return new(place, buys, type, bedrooms, size, budget, moveIn, listing);
    }

    /// <summary>An inquiry through a channel leaves a message in the conversation; what is typed in or sent by a portal does not.</summary>
    private void Come()
    {
        var asks = _want.Listing is not null ? Sayings.AskForListing : _want.Bedrooms is null ? Sayings.AskForPremises : Sayings.AskForHome;
        var message = _dice.Chance(_origin.HasMessage) ? Say(asks) : null;
        FillIn(message);
        Interaction? asked = null;
        if (_origin.IsInquiry && message is not null)
        {
            _lead.Open(LeadStatus.New, Actor.System, ChangeReason.Inquiry, _at);
            asked = Record(InteractionType.Message, _origin.Channel, Direction.Inbound, message, Actor.System);
        }
        else
        {
            _lead.Open(LeadStatus.New, _origin.By, ChangeReason.Created, _at);
        }

        // Now and then nobody has dealt one out yet.
        if (!(_setting.Now - _came < TimeSpan.FromDays(3) && _dice.Chance(0.08)) && _setting.Desk.Assign(Wish(), _at) is { } chosen)
        {
            _agent = chosen.Member;
            _lead.Assign(_agent.Id, Actor.System, chosen.Reason, _at);
            asked?.AgentId = _agent.Id;
        }

        if (asked is not null && _dice.Chance(0.75) && Pass(TimeSpan.FromSeconds(_dice.Between(2, 15))))
        {
            Record(InteractionType.Message, _origin.Channel, Direction.Outbound, Say(Sayings.Received), Actor.System, automated: true);
        }
    }

    private void FillIn(string? message)
    {
        _lead.Source = _origin.Source;
        _lead.OriginalMessage = message;
        _lead.Language = message is null ? null : _person.Language;
        var knowsName = _dice.Chance(_origin.KnowsName);
        _lead.Name = knowsName ? _person.Name : null;
        _lead.InstagramHandle = _origin.Source == "instagram" ? _person.Handle : null;
        _lead.WhatsappNumber = _origin.Source == "whatsapp" || (_origin.KnowsNumber && _dice.Chance(0.35)) ? _person.Number : null;
        _lead.Phone = _origin.KnowsNumber ? (_dice.Chance(0.9) ? _person.Number : _person.OtherNumber) : null;
        _lead.Email = _origin.KnowsEmail && _dice.Chance(0.85) ? _person.Email : null;
        if (_lead is { Name: null, Phone: null, Email: null, InstagramHandle: null, WhatsappNumber: null })
        {
            _lead.Email = _person.Email;
        }

        if (_want.Listing is { } listing)
        {
            _lead.InterestedProperties = [listing.Reference];
            _lead.SourcePropertyId = _origin.IsInquiry || _origin.Source == "28hse" ? listing.Reference : null;
            _lead.SourcePostId = _origin.Source == "instagram" ? $"ig_{listing.Reference}" : null;
        }

        if (message is not null && _dice.Chance(0.85))
        {
            _lead.PreferredAreas = [_want.Place.Name.English];
            _lead.PropertyType = _want.Type;
            _lead.Bedrooms = _want.Bedrooms;
            _lead.BudgetMax = _dice.Chance(0.7) ? _want.Budget : null;
            _lead.BudgetMin = _lead.BudgetMax is { } most && _dice.Chance(0.25) ? most * 8 / 10 : null;
            _lead.MoveInDate = _dice.Chance(0.35) ? _want.MoveIn : null;
        }

        _lead.Priority = _dice.Unit() switch { < 0.03 => Priority.Urgent, < 0.17 => Priority.High, > 0.9 => Priority.Low, _ => Priority.Medium };
        if (_dice.Chance(0.3))
        {
            _lead.Tags = _dice.Chance(0.3) ? [.. new[] { _dice.Of(Tags), _dice.Of(Tags) }.Distinct()] : [_dice.Of(Tags)];
        }

        _lead.Notes = _dice.Chance(0.12) ? Say(Sayings.Remark) : null;
    }

    private void GoOn()
    {
        if (_agent is null)
        {
            // Nobody's lead goes stale by itself.
            if (Pass(TimeSpan.FromDays(_dice.Around(25, 0.4))))
            {
                Move(LeadStatus.Lost, "manager");
            }

            return;
        }

        Work();
        for (var again = 0; again < 2 && _lead is { Status: LeadStatus.Lost, ResponseSeconds: not null } && _dice.Chance(0.06); again++)
        {
            AskAgain();
        }

        if (!_lead.Status.IsOpen())
        {
            _setting.Desk.Free(_agent, _at, _lead.Status == LeadStatus.Converted);
        }
    }

    /// <summary>From the first answer to the signature, or to wherever it stops.</summary>
    private void Work()
    {
        var overlooked = _dice.Chance(0.05);
        if (overlooked || !PassAtWork(TimeSpan.FromMinutes(_dice.Around(_agent!.AnswersIn, 1.0))))
        {
            if (overlooked)
            {
                GiveUp(40);
            }

            return;
        }

        Contact(Sayings.Answer);
        if (!Succeeds(Answers))
        {
            Chase();
            return;
        }

        if (!Talk() || !HandOverMaybe() || !Stage(Qualifies, LeadStatus.Qualified, TimeSpan.FromHours(_dice.Around(20, 1))))
        {
            return;
        }

        Learn();
        if (!Visit())
        {
            return;
        }

        if (!Stage(Applies, LeadStatus.Applied, TimeSpan.FromDays(_dice.Around(3, 0.7))))
        {
            return;
        }

        Note(Sayings.Offer);
        if (Stage(Signs, LeadStatus.Converted, TimeSpan.FromDays(_dice.Around(_want.Buys ? 14 : 5, 0.6))))
        {
            Contact(Sayings.Deal);
            KeepPromises(_at);
        }
    }

    /// <summary>Says something to the person, the way this person is reached.</summary>
    private void Contact(Saying saying)
    {
        var byPhone = _lead.Phone is not null && _dice.Chance(0.35);
        var (type, channel) = byPhone ? (InteractionType.Call, Channel.Phone)
            : _lead.WhatsappNumber is not null ? (InteractionType.Message, Channel.Whatsapp)
            : _lead.InstagramHandle is not null ? (InteractionType.Message, Channel.Instagram)
            : _lead.Email is not null ? (InteractionType.Email, Channel.Email)
            : (InteractionType.Call, Channel.Phone);
        Record(type, channel, Direction.Outbound, Say(saying), _agent!.Row.Name, subject: type == InteractionType.Email ? "Your inquiry" : null);
    }

    private bool Talk()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            if (!Pass(TimeSpan.FromMinutes(_dice.Around(50, 1.3))))
            {
                return false;
            }

            var channel = _lead.InstagramHandle is not null ? Channel.Instagram : _lead.WhatsappNumber is not null ? Channel.Whatsapp : _lead.Email is not null ? Channel.Email : Channel.Phone;
            var type = channel switch { Channel.Email => InteractionType.Email, Channel.Phone => InteractionType.Call, _ => InteractionType.Message };
            Record(type, channel, Direction.Inbound, Say(Sayings.Reply), Actor.System);
            if (!PassAtWork(TimeSpan.FromMinutes(_dice.Around(_agent!.AnswersIn, 0.8))))
            {
                return false;
            }

            Contact(Sayings.More);
            if (!_dice.Chance(0.3))
            {
                break;
            }
        }

        return true;
    }

    /// <summary>What the agent finds out in a conversation.</summary>
    private void Learn()
    {
        _lead.Name ??= _person.Name;
        _lead.Phone ??= _dice.Chance(0.75) ? _person.Number : null;
        _lead.WhatsappNumber ??= _dice.Chance(0.6) ? _person.Number : null;
        _lead.Email ??= _dice.Chance(0.6) ? _person.Email : null;
        _lead.BudgetMax ??= _want.Budget;
        _lead.PropertyType ??= _want.Type;
        _lead.Bedrooms ??= _want.Bedrooms;
        _lead.MoveInDate ??= _dice.Chance(0.8) ? _want.MoveIn : null;
        if (_lead.PreferredAreas.Count == 0 || _dice.Chance(0.3))
        {
            _lead.PreferredAreas = [_want.Place.Name.English, .. _dice.Chance(0.5) ? [City.Next(_want.Place, _dice).Name.English] : Array.Empty<string>()];
        }

        var listings = _setting.Listings.In(_want.Place);
        for (var more = _dice.Between(0, 5); more > 0 && listings.Count > 0; more--)
        {
            var listing = _dice.Popular(listings);
            if (listing.Row.CreatedAt <= _at && !_lead.InterestedProperties.Contains(listing.Reference))
            {
                _lead.InterestedProperties = [.. _lead.InterestedProperties, listing.Reference];
            }
        }

        _lead.Touch(_at);
        if (_dice.Chance(0.25))
        {
            Note(Sayings.Remark);
        }
    }

    private bool Visit()
    {
        if (!PassAtWork(TimeSpan.FromHours(_dice.Around(24, 0.9))))
        {
            return false;
        }

        if (!Succeeds(Views))
        {
            Chase();
            return false;
        }

        for (var viewing = 0; viewing < 2; viewing++)
        {
            var day = AtWork(_at + TimeSpan.FromDays(_dice.Around(2.5, 0.6)));
            _wording.Day = day = day.AddTicks(-(day.Ticks % TimeSpan.FromMinutes(15).Ticks));
            var confirms = day - ConfirmsBefore > _at ? day - ConfirmsBefore : day;
            Record(
                InteractionType.Message, _lead.WhatsappNumber is not null ? Channel.Whatsapp : Channel.Phone, Direction.Outbound, Say(Sayings.Book),
                _agent!.Row.Name, outcome: Interaction.ViewingScheduledOutcome, followUp: confirms);
            Promise(confirms, ToDo);
            var planned = Record(InteractionType.Viewing, Channel.InPerson, Direction.Outbound, null, _agent.Row.Name, subject: _want.Listing?.Row.Title ?? _want.Place.Name.English, scheduled: day);
            if (!Reach(confirms))
            {
                return false;
            }

            KeepPromises(_at);
            if (!Reach(day + TimeSpan.FromMinutes(_dice.Between(20, 70))))
            {
                return false;
            }

            planned.CompletedAt = _at;
            _lead.Recount(_lead.Interactions, _at);
            Note(Sayings.Viewed);
            if (!_dice.Chance(0.35) || !PassAtWork(TimeSpan.FromHours(_dice.Around(20, 0.7))))
            {
                break;
            }
        }

        return _at <= _setting.Now;
    }

    /// <summary>Waits, and either enters the next stage or ends here.</summary>
    private bool Stage(double chance, LeadStatus status, TimeSpan takes)
    {
        if (!PassAtWork(takes))
        {
            return false;
        }

        if (!Succeeds(chance))
        {
            Chase();
            return false;
        }

        Move(status, _agent!.Row.Name);
        return true;
    }

    /// <summary>The person has gone silent: promises to get back, kept or not, and in the end the lead is lost.</summary>
    private void Chase()
    {
        for (var times = _dice.Between(0, 2); times > 0; times--)
        {
            var due = AtWork(_at + TimeSpan.FromDays(_dice.Between(2, 9)));
            Promise(due, Say(Sayings.Chase));
            if (_dice.Chance(0.2))
            {
                // Forgotten: it stays open until the lead is closed.
                break;
            }

            if (!Reach(due + TimeSpan.FromMinutes(_dice.Between(1, 200))))
            {
                return;
            }

            KeepPromises(_at);
            Contact(Sayings.Chase);
        }

        GiveUp(18);
    }

    private void GiveUp(double days)
    {
        if (!PassAtWork(TimeSpan.FromDays(_dice.Around(days, 0.5))))
        {
            return;
        }

        if (_dice.Chance(0.4))
        {
            Note(Sayings.Lost);
        }

        Move(LeadStatus.Lost, _agent!.Row.Name);
        KeepPromises(_at);
    }

    private void AskAgain()
    {
        var asks = _at + TimeSpan.FromDays(_dice.Around(45, 0.6));
        if (_agent!.Until is not null || !Reach(asks))
        {
            return;
        }

        Record(InteractionType.Message, _origin.IsInquiry ? _origin.Channel : Channel.Whatsapp, Direction.Inbound, Say(Sayings.Again), Actor.System);
        _lead.ChangeStatus(LeadStatus.New, Actor.System, ChangeReason.Inquiry, _at);
        Work();
    }

    /// <summary>Some leads change hands; those of an agent who leaves all do.</summary>
    private bool HandOverMaybe()
    {
        var leaves = _agent!.Until is { } until && _at > until - TimeSpan.FromDays(20);
        if (!leaves && !_dice.Chance(0.03))
        {
            return true;
        }

        if (!PassAtWork(TimeSpan.FromHours(_dice.Around(10, 0.5))))
        {
            return false;
        }

        if (_setting.Desk.TakeOver(Wish(), _came, _at) is { } chosen && chosen.Member != _agent)
        {
            _setting.Desk.Free(_agent, _at, false);
            _agent = chosen.Member;
            _lead.Assign(_agent.Id, "manager", ChangeReason.ChosenBy + "manager", _at);
            _lead.Record(SystemEntry.Of(_lead.Assignments[^1]), "manager");
        }

        return true;
    }

    private void Move(LeadStatus status, string by)
    {
        _lead.Touch(_at);
        _lead.ChangeStatus(status, by, ChangeReason.ChangedBy + by, _at);
        _lead.Record(SystemEntry.Of(_lead.StatusChanges[^1], _lead), by);
    }

    private void Note(Saying saying) => Record(InteractionType.Note, Channel.System, Direction.Outbound, Say(saying), _agent!.Row.Name);

    private void Promise(DateTime due, string note) => FollowUps.Promise.Make(_lead, due, note, _at);

    private void KeepPromises(DateTime at)
    {
        foreach (var open in _lead.FollowUps.Where(promise => promise.IsOpen))
        {
            open.CompletedAt = at;
        }

        _lead.FollowUpNext(null, at);
    }

    private Interaction Record(
        InteractionType type, Channel channel, Direction direction, string? message, string by, string? subject = null, bool automated = false,
        string? outcome = null, DateTime? scheduled = null, DateTime? followUp = null)
    {
        var interaction = new Interaction
        {
            Type = type,
            Channel = channel,
            Direction = direction,
            Subject = subject,
            Message = message,
            AgentId = _agent?.Id,
            IsAutomated = automated,
            CreatedAt = _at,
            ScheduledAt = scheduled,
            Outcome = outcome,
            NextAction = followUp is null ? null : ToDo,
            FollowUpDate = followUp,
        };
        _lead.Record(interaction, by);
        return interaction;
    }

    private string Say(Saying saying)
    {
        _wording.AgentName = _agent?.Row.Name ?? "";
        return _dice.Of(saying.In(_person.Language)).Fill(_wording.Word, _setting.Scratch);
    }

    private Wish Wish() => new(_lead.PreferredAreas, _lead.PropertyType, _lead.Language);

    private bool Succeeds(double chance) => _dice.Chance(Math.Min(0.97, chance * _promise * _agent!.Skill));

    private bool Pass(TimeSpan time) => Reach(_at + time);

    private bool PassAtWork(TimeSpan time) => Reach(AtWork(_at + time));

    /// <summary>Moves the clock; false, leaving it where it is, when that is not yet.</summary>
    private bool Reach(DateTime time)
    {
        time = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
        if (time > _setting.Now)
        {
            return false;
        }

        _at = time;
        return true;
    }

    /// <summary>The same moment, or the next morning when the agency is closed.</summary>
    private DateTime AtWork(DateTime time)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(time, _setting.Zone);
        return local.Hour switch
        {
            < 9 => time + (local.Date.AddHours(9) - local) + TimeSpan.FromMinutes(_dice.Between(5, 100)),
            >= 21 => time + (local.Date.AddHours(33) - local) + TimeSpan.FromMinutes(_dice.Between(5, 100)),
            _ => time,
        };
    }
}
