"""Every router of the bot, in the order in which help speaks of what they declare."""

from collections.abc import Sequence

from bot.chat import again, dialogue, putting_away, wanting
from bot.chat.router import Router
from handlers import (
    agreement,
    at_a_loss,
    at_risk,
    contacts,
    groups,
    help,
    home,
    ill_today,
    recovery,
    rehearsing,
    roster,
    small_talk,
    stepping_back,
    to_come,
    undo,
    welcome,
)
from handlers.accounts import belonging, linking
from handlers.accounts import chat as accounts
from handlers.coaching import home as coaching_home
from handlers.coaching.around import checking_in, late, preparing
from handlers.coaching.around import planning as around
from handlers.coaching.booking import chat as booking
from handlers.coaching.booking import choosing_a_coach, proposals, requesting, topic
from handlers.coaching.busy import calendars_read
from handlers.coaching.busy import chat as busy
from handlers.coaching.changing import answering, cancelling, clearing, moving, where
from handlers.coaching.following import evening, parting
from handlers.coaching.following import telling as coaching_telling
from handlers.coaching.groups import chat as group_coaching
from handlers.coaching.groups import in_line, joining, not_with, too_few, who_comes
from handlers.coaching.offering import chat as offering
from handlers.coaching.offering import form as offer_form
from handlers.coaching.offering import offers, opening, profile, week
from handlers.coaching.running import apart, assigning, used
from handlers.coaching.sessions import calendar as coaching_calendar
from handlers.coaching.sessions import chat as my_sessions
from handlers.coaching.sessions import feed, log, session
from handlers.coaching.sessions import notes as session_notes
from handlers.privacy import deletion, drafts, export, trail, who_sees
from handlers.reflections import changing as changing_notes
from handlers.reflections import chat as reflections
from handlers.reflections import home as reflections_home
from handlers.reflections import life, sharing
from handlers.reminders import choices, leave, morning, planning, remind, snooze, stopping, why
from handlers.reminders.own import chat as own_reminders
from handlers.reminders.own import ringing
from handlers.settings import changing as changing_settings
from handlers.settings import chat as settings_chat
from handlers.settings import private_text
from handlers.timetable import (
    answers,
    attendance,
    changing,
    coming_up,
    confirming,
    on_behalf,
    page,
    room_word,
    setting_up,
    telling,
)
from handlers.timetable.needs import chat as needs
from handlers.timetable.needs import passing_on
from handlers.timetable.needs import reading as needs_reading

ROUTERS: Sequence[Router] = (
    wanting.router,
    *dialogue.ROUTERS,
    again.router,
    putting_away.router,
    welcome.router,
    reflections.router,
    changing_notes.router,
    sharing.router,
    life.router,
    reflections_home.router,
    drafts.router,
    who_sees.router,
    trail.router,
    export.router,
    deletion.router,
    *roster.ROUTERS,
    coming_up.router,
    page.router,
    answers.router,
    ill_today.router,
    on_behalf.router,
    attendance.router,
    room_word.router,
    needs.router,
    passing_on.router,
    needs_reading.router,
    own_reminders.router,
    ringing.router,
    recovery.router,
    accounts.router,
    linking.router,
    belonging.router,
    settings_chat.router,
    changing_settings.router,
    remind.router,
    morning.router,
    snooze.router,
    stopping.router,
    choices.router,
    why.router,
    leave.router,
    planning.router,
    private_text.router,
    *stepping_back.ROUTERS,
    setting_up.router,
    changing.router,
    confirming.router,
    telling.router,
    rehearsing.router,
    undo.router,
    agreement.router,
    contacts.router,
    *at_risk.ROUTERS,
    groups.router,
    home.router,
    assigning.router,
    apart.router,
    used.router,
    busy.router,
    calendars_read.router,
    coaching_telling.router,
    parting.router,
    coaching_home.router,
    around.router,
    checking_in.router,
    late.router,
    preparing.router,
    evening.router,
    booking.router,
    requesting.router,
    proposals.router,
    choosing_a_coach.router,
    topic.router,
    my_sessions.router,
    session.router,
    coaching_calendar.router,
    feed.router,
    session_notes.router,
    log.router,
    answering.router,
    cancelling.router,
    moving.router,
    clearing.router,
    group_coaching.router,
    joining.router,
    in_line.router,
    who_comes.router,
    not_with.router,
    too_few.router,
    offering.router,
    offer_form.router,
    opening.router,
    offers.router,
    week.router,
    where.router,
    profile.router,
    to_come.router,
    small_talk.router,
    at_a_loss.router,
    help.router,
)
