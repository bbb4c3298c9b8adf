"""`turn.db`: a unit of work over everything that is shared, one attribute an area."""

from functools import cached_property

from sqlmodel import SQLModel

from storage.database import Database, UnitOfWork
from storage.shared.agreements import Agreements
from storage.shared.audit import Audit
from storage.shared.by_hand import ToTellByHand
from storage.shared.coaching.bookings import Bookings
from storage.shared.coaching.busy import BusyTimes
from storage.shared.coaching.coaches import Coaches
from storage.shared.coaching.feeds import CalendarFeeds
from storage.shared.coaching.offers import Offers
from storage.shared.cohorts import Cohorts
from storage.shared.conversations import Conversations
from storage.shared.deletion import Deletions
from storage.shared.deliveries import Deliveries
from storage.shared.handing_over import Handovers
from storage.shared.homes import Homes
from storage.shared.inbox import Inbox
from storage.shared.joining import Joining
from storage.shared.keeping import Keeping
from storage.shared.pacing import Paces
from storage.shared.people import People
from storage.shared.planning import Planning
from storage.shared.reminders import Reminders
from storage.shared.ringing import Rings
from storage.shared.sharing import Sharing
from storage.shared.standing_by import Watches
from storage.shared.timetable import Timetable
from storage.shared.turns import Turns
from storage.shared.unasked import UnaskedMessages
from storage.shared.undo import Undos

METADATA = SQLModel.metadata
"""Every table that is shared: the areas imported here define them."""


class SharedUnit(UnitOfWork):
    """One transaction over the shared database."""

    @cached_property
    def people(self) -> People:
        return People(self)

    @cached_property
    def cohorts(self) -> Cohorts:
        return Cohorts(self)

    @cached_property
    def handovers(self) -> Handovers:
        return Handovers(self)

    @cached_property
    def timetable(self) -> Timetable:
        return Timetable(self)

    @cached_property
    def coaches(self) -> Coaches:
        return Coaches(self)

    @cached_property
    def offers(self) -> Offers:
        return Offers(self)

    @cached_property
    def bookings(self) -> Bookings:
        return Bookings(self)

    @cached_property
    def busy(self) -> BusyTimes:
        return BusyTimes(self)

    @cached_property
    def calendar_feeds(self) -> CalendarFeeds:
        return CalendarFeeds(self)

    @cached_property
    def reminders(self) -> Reminders:
        return Reminders(self)

    @cached_property
    def unasked(self) -> UnaskedMessages:
        return UnaskedMessages(self)

    @cached_property
    def rings(self) -> Rings:
        return Rings(self)

    @cached_property
    def undos(self) -> Undos:
        return Undos(self)

    @cached_property
    def planning(self) -> Planning:
        return Planning(self)

    @cached_property
    def joining(self) -> Joining:
        return Joining(self)

    @cached_property
    def agreements(self) -> Agreements:
        return Agreements(self)

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self)

    @cached_property
    def sharing(self) -> Sharing:
        return Sharing(self)

    @cached_property
    def deliveries(self) -> Deliveries:
        return Deliveries(self)

    @cached_property
    def to_tell_by_hand(self) -> ToTellByHand:
        return ToTellByHand(self)

    @cached_property
    def deletions(self) -> Deletions:
        return Deletions(self)

    @cached_property
    def homes(self) -> Homes:
        return Homes(self)

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self)

    @cached_property
    def turns(self) -> Turns:
        return Turns(self)

    @cached_property
    def paces(self) -> Paces:
        return Paces(self)

    @cached_property
    def watches(self) -> Watches:
        return Watches(self)

    @cached_property
    def audit(self) -> Audit:
        return Audit(self)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self)


class SharedDatabase(Database[SharedUnit]):
    """The shared database, whose units of work know every area."""

    def __init__(self, url: str) -> None:
        super().__init__(url, SharedUnit)
