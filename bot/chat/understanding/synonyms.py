"""Words that mean the same here: the tables. A line begins with what its words stand for, and goes on further in."""

WHEN = "<when>"
"""A time, a day, or how long."""


def _table(text: str) -> dict[str, list[str]]:
    rows = text.strip().replace("\n    ", " ").splitlines()
    return {said: words.split() for said, _, words in (row.partition(": ") for row in rows)}


def _words(text: str) -> list[str]:
    return text.split()


SHORT = {
    short: full
    for full, words in _table(
        """
please: pls plz plse pleas
thanks: thx thnx tnx ta cheers ty
you: u ya yous
your: ur yr
are: r
with: w wiv
before: b4
about: abt
because: bc cos coz cuz bcos
could: cd cud
would: wd wud
should: shd shud
good: gd
next: nxt
meeting: mtg mtng mtgs
appointment: appt appts apptmt
session: sesh sess sesion seshs
book: bk
cancel: cncl canx cxl
reschedule: resched reshedule rearr
remind: rmd rmnd remindme
message: msg msgs mssg
availability: avail availabilty
programme: prog progs
module: mod mods
group: grp gp
manager: mgr mngr
people: ppl peeps
information: info infos
photo: pic pics
recommendations: recs reccs recc
question: q qs qn qns
going: gonna
want: wanna
must: gotta
give me: gimme gimmie
let me: lemme
not know: dunno
i am: im
i have: ive
i would: id
can not: cant cannot
will not: wont
do not: dont
does not: doesnt
did not: didnt
have not: havent
is not: isnt
what is: whats
who is: whos whose
where is: wheres
when is: whens
how is: hows
let us: lets
that is: thats
there is: theres
soon: asap
timezone: tz
questionnaire: qre qnaire qaire questionaire
learning plan: ldp pdp
workshop: wkshp
notification: notif notifs
feedback: fb
answer: ans
through: thru
though: tho
and: nd
someone: sum1 sumone some1
anyone: any1
videos: vid vids
preferences: prefs
when: wen
who: hu
what: wot
delete: del
write: rite
learning contract: lc
schedule: sched
calendar: cal
document: doc docs
phone: tel fone
week: wk
"""
    ).items()
    for short in words
}
"""Words as they are typed on a phone, and written out."""

DROPPED = frozenset(
    _words(
        """
a an the please thanks thank hi hello hey waymark bot just really so very possibly perhaps maybe then well ok okay
oh um er quick quickly afraid sorry kindly actually basically dear morning afternoon evening yes bonjour salut
voudrais je merci svp plait sil vous plaît dzień dzien dobry prosze czesc dzieki salaam salam assalamu alaikum
shukriya meherbani namaste hola gracias favor por ciao grazie hallo danke bitte bore da diolch jazakallah ji yaar
also too some of bit little actual fellow mate guys folks there would
"""
    )
)
"""What people put around what they want, in a few languages: it changes nothing."""

SAME = _table(
    """
<when>: monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat
    sun january february march april june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec today tomorrow tonight tmrw tmw tomoz 2moro 2morrow tmoro yesterday fortnight weekend
    week weeks month months year years daily weekly monthly am pm o'clock oclock noon midday midnight lunchtime hour
    hours minute minutes min mins hr hrs day days mornings afternoons evenings quarter_past half_past half_term
    this_morning this_afternoon this_evening next_week next_month next_year last_week last_month in_the_morning
    in_the_afternoon in_the_evening first_thing early_afternoon spring summer autumn winter easter christmas
coach: coach coaches my_coach
coaching: coaching one_to_one 1_to_1 1_1 1_2_1 121 one_on_one 1_on_1 one2one 1to1 one_to_ones 1_to_1s 121s
session: session slot appointment meeting chat booking catch_up catchup conversation call sitting time_slot
    meet_up zoom_call sessions
group: group peer_group action_learning action_learning_set learning_set group_session circle supervision peer
book: book reserve arrange schedule set_up fix_up organise organize sort sort_out pencil pencil_in get_in_with
    line_up get_in_the_diary put_in
signup: sign_up sign_me_up put_me_down put_my_name_down add_me enrol enroll register count_me_in get_me_on
    stick_me_on pop_me_on reserve_me put_me_on slot_me_in sign_on join_up save_me_a_place place_on space_on spot_on
    put_us_down
cancel: cancel scrap drop call_off pull_out withdraw scratch bin unbook back_out ditch axe give_up bow_out
    release free_up get_out take_me_off
nolonger: no_longer not_any_more not_anymore don't_need not_need not_make wont_make
move: move shift reschedule rearrange swap postpone push_back push push_out change bring_forward delay put_off
    rebook re_book re_arrange re_schedule switch another_time different_time another_day different_day later_date
    new_time instead earlier later knock_back put_back make_it bump defer
see: see show list view display pull_up bring_up open look look_at read check look_over go_through look_back
    revisit browse reread re_read take_me_to let_me_see remind_myself flick_through dig_out
my: my our mine me i us myself
reflection: reflection reflect journal diary_entry journalling journaling learning_log log_book learning_journal
    thoughts learning_diary takeaway takeaways musings entry entries reflective
note: note notes jottings
write: write add jot jot_down note_down log record capture put_down make type write_up draft get_down write_down
    new create enter compose
availability: availability available free_times open_slots times_i_can my_calendar when_i_can office_hours
    openings
offer: offer open_up release_slots put_up make_available publish block_out give_slots can_do
confirm: confirm accept approve agree_to say_yes go_ahead green_light ok_the confirmed yes_to happy_with
    works_for_me give_the_thumbs_up firm_up lock_in good_for_me
request: request requests invitation invite proposed proposal ask
module: module workshop residential masterclass study_day learning_day away_day unit teaching_day training_day
    block taught_day seminar cohort_day webinar
event: event deadline milestone
next: next upcoming coming_up following forthcoming
timeline: timetable timeline schedule_of overview calendar_of_the_programme key_dates dates milestones roadmap
    outline agenda itinerary running_order course_calendar stages year_planner plan_of_the_year
programme: programme program course scheme cohort_programme leadership_programme
remind: remind reminder nudge prompt ping ping_me alert_me give_me_a_shout give_me_a_nudge don't_let_me_forget
    not_let_me_forget jog_my_memory buzz_me tell_me_to wake_me poke drop_me_a_reminder notify_me
notification: notification notifications alerts pings nudges reminders messages_from_you nagging prompts nags
    pinging
stop: stop mute snooze silence pause turn_off switch_off quiet shut_up quieten enough hush halt unsubscribe
    leave_me_alone do_not_disturb less fewer not_disturb suspend hold_off disable opt_out peace bugging hassling
    pestering bothering knock_it_off turn_down lay_off dial_down too_many
team: team group_members squad teammates team_mates team_mate action_set members colleagues my_lot peers cohort
    course_mates classmates coursemates participants table_group everyone_else everybody_else buddies set_members
channel: channel chat_room group_chat slack whatsapp space thread room team_space chatroom discussion
    conversation_space
join: join get_into get_me_in let_me_in add_me_to invite_me get_in access into enter put_me_in get_onto
    get_added
who: who who_else names list_of_people which_people who_all whom
everyone: everyone everybody all whole_cohort the_cohort whole_group all_participants whole_programme
    all_the_participants whole_lot entire_cohort
announce: announce announcement broadcast circulate bulletin notice circular post_to mass_message
    let_everyone_know tell_everyone shout_out message_all newsletter round_robin send_round put_out communicate
    notify_everyone
send: send message email tell text let_know get_out_to write_to inform notify pass_on
report: report stats statistics figures rate rates numbers percentage proportion summary dashboard metrics
    results breakdown tally count
delivered: delivered delivery received receipt opened read_it bounced got_it reached read_my got_my gone_out
    failed undelivered seen_my have_read get_through arrived
completed: completed completion done_their filled_in_their response responded outstanding answered take_up
    uptake attendance_rate not_done engagement
mentor: mentor mentoring mentorship mentors mentee sounding_board buddy_up
become: become volunteer be_a give_back offer_myself put_myself_forward put_my_name_forward act_as sign_up_as
    be_one
find: find look_for search get match pair looking_for hunt seek connect locate search_for track_down matched
    paired get_hold_of point_me_to point_me_at where_can_i_find after
questionnaire: questionnaire survey evaluation_form self_assessment diagnostic 360 three_sixty assessment
    pulse_survey baseline poll quiz psychometric feedback_form evaluation
fill: fill fill_in fill_out complete finish do take start carry_on continue resume pick_up answer begin
    get_on_with carry_on_with redo
plan: learning_plan development_plan action_plan personal_development_plan development_goals learning_goals
    development_objectives learning_objectives objectives goals aims pdp targets learning_aims development_aims goal
    objective priorities
contract: contract learning_contract learning_agreement three_way_agreement tripartite three_way_contract
    tripartite_agreement development_contract learning_contracts 3_way
sign: sign signed signature countersign countersigned sign_off signed_off
manager: line_manager boss manager sponsor chief_exec chief_executive director head employer supervisor
nominate: nominate nomination put_forward nominee nominating recommend_for suggest_for put_someone_forward
    propose_for put_up_for
apply: apply application applying applicant apply_for admissions eligibility eligible entry_requirements
    get_onto_the a_place_on apply_to
opportunity: job role vacancy secondment opportunity opening opportunities board_role non_exec trustee position
    post career vacancies board_position acting_up promotion governor openings posts jobs roles positions
    stretch_assignment career_move
resource: article podcast book_on template ted_talk reading resource toolkit video link paper pdf guide handout
    slide slides book_about materials material tool tools worksheet model framework case_study library report_on
    blog resources books reading_list document documents file attachment recording
share: share upload pass_along contribute post recommend_to sharing others_might here_is heres here_are
    others_may worth_sharing add_to_the_library put_in_the_library
recommend: recommend suggest any_good anything_good recommendation recommendations got_anything got_something
    anything something have_you_got any
about: about on regarding around re concerning to_do_with
feedback: feedback rate review comment comments rating score stars out_of_5 out_of_10 out_of_ten out_of_five
    thumbs_up evaluate suggestion compliment opinion
quality: great good brilliant excellent fantastic terrible awful poor useful boring rubbish dreadful
    disappointing enjoyed enjoyable loved liked helpful too_long too_short too_fast too_slow rushed cold dull superb
    inspiring outstanding_session hated fab dire waste_of_time
venue: venue lunch food catering room_was facilitator speaker speakers trainer sandwiches coffee catered
    presenter location place address hotel parking facilities
story: graduation_story story stories graduation graduate graduating final_story closing_story
    end_of_programme_story impact_story testimonial final_piece graduates certificate
export: export download copy take_away take_with_me save_a_copy back_up zip extract get_a_copy dump
    subject_access subject_access_request sar hand_over_everything portability copy_of pdf_of
delete: delete erase remove wipe forget get_rid destroy clear scrub rub_out close_my_account purge take_off
    right_to_be_forgotten withdraw_consent withdraw_my_consent gdpr_delete bin_everything deletion erasure
data: data personal_data information details record records files stuff history personal_information
    everything_about_me account_data what_you_hold
everything: everything all_of_it all_my every_single whole_thing
account: account accounts profile login telegram phone mobile app teams device laptop tablet number
    slack_account telegram_account
link: link connect pair_my sync hook_up join_up_my merge tie_together linking add_my_telegram add_my_slack
    attach
code: code pin passcode verification otp six_digit digits verify authenticate activation verification_code
settings: settings preferences preference configure options setup customise customize configuration profile
    adjust
zone: time_zone timezone zone clock gmt bst time_difference
hours: quiet_hours working_days working_hours working_pattern part_time days_off non_working days_i_work
    plain_mode text_size language pronouns display_name
help: help what_can_you_do what_can_i_ask commands instructions how_do_you_work options_do_i_have menu
    how_does_this capabilities manual stuck lost confused how_do_i_use how_it_works user_guide assist assistance
you: you your yourself
private: private confidential confidentiality privacy secret anonymous visible who_can_see public hidden
    safe_with get_back_to between_us see_what_i read_what_i access_to_my stay_here privy
human: human person someone somebody real_person programme_team programme_manager operator team_member staff
    customer_service support_team administrator organiser coordinator helpdesk admin someone_real a_person advisor
    programme_lead programme_office actual_person member_of_staff real_human programme_director live_person
talk: talk speak ring phone_call contact get_in_touch reach get_hold call_me ring_me call_back speak_to talk_to
    email_someone put_me_through put_me_in_touch number_for contact_details chat_to discuss get_through_to
want: want would_like i'd_like like_to need wish could_i can_i may_i could_you can_you would_you i_need i_want
    could_do_with fancy hoping keen am_after looking_to got_to have_to must can could interested would_love
    wondering if_i trying going_to able possible let_me let please_can like hope love need_to would_it_be_possible
not: not never no none
manage: unable_to can_not_come not_come can_not_make clash double_booked ill sick poorly unwell
    something_has_come_up something_come_up not_going_to_make come_up called_away not_able emergency clashes
    conflict not_do
status: status progress where_is_my how_is_my heard_back happened outcome decision hear_back
where: where
whatdate: when what_time what_date how_long what_day which_day whens start finish begin end last
with: with w
am_i: am_i do_i_have have_i_got have_i i_have_got what_have_i is_my have_i_booked what_am_i got_anything_on
booked: booked booked_in booked_on scheduled lined_up in_the_diary signed_up down_for pencilled arranged
"""
)
"""What words stand for; words that belong together have no space between them."""
