"""What people can count on when they write for themselves."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.chat.drafts import Draft
from bot.chat.platform import Submitted
from bot.chat.times import spoken_date
from handlers.reflections import texts
from handlers.reflections.entries import Reflection
from scheduling.retention import months_after
from storage.private.vault import Vault
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.player import Player

CANARY = "the heron by the canal knows"


def last_day(cast: Cast, years_longer: int = 0) -> date:
    """Until when a note is kept that was written while the cohort lasts."""
    return months_after(cast.cohort.ends, 24 + 12 * years_longer)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


async def vault_of(player: Player) -> Vault:
    """Somebody's vault, as only a test can open it."""
    assert player.on_roster is not None
    return await player.cast.app.stores.vaults.open(player.on_roster.vault, f"test {player.cast.key()}")


async def notes_of(player: Player) -> list[Reflection]:
    return await (await vault_of(player)).all(Reflection)


def kept(cast: Cast, title: str) -> str:
    """How a note is said to be kept: under its title, unless what is said stays for others to read, as on Slack."""
    return "Kept, until" if cast.way.slack else f"“{title}” is kept"


# ---------------------------------------------------------------- writing


async def test_a_line_is_kept_at_once_and_taken_back_from_the_conversation(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await cast.participant("Ada")
    await cast.participant("Bea")
    await cast.member("Dora", Role.DIRECTOR)
    until = spoken_date(last_day(cast))

    for start in ("reflect:", "/reflect", "Reflection:"):
        await ada.says(f"{start} {CANARY}")
        ada.sees(f"Kept, until {until}", "Only you can read it")
        ada.does_not_see(CANARY)
        ada.finds_taken_back(CANARY)
    assert len(await notes_of(ada)) == 3
    await nowhere_but(cast, CANARY)

    await ada.presses("Open it")
    ada.sees(CANARY, f"Kept until: {until}", "Shared with: nobody", "Written: Tuesday 5 January 2027")
    await nowhere_but(cast, CANARY, ada)
    assert CANARY not in caplog.text


async def test_a_line_without_words_opens_the_form(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    for asked in ("reflect:", "/reflect", "/reflect  \x07 "):
        await ada.says(asked)
        await ada.fills(text=CANARY, heading=None)
        ada.sees("Kept, until")
    assert [note.text for note in await notes_of(ada)] == [CANARY] * 3


async def test_a_few_questions_are_offered_and_more_on_asking(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect")
    ada.sees("[What did you notice this week about how you lead?]", "[Other questions]", "[Write freely]")
    ada.does_not_see("What would you do differently next time?")

    await ada.presses("Other questions")
    await ada.presses("What would you do differently next time?")
    await ada.fills(text="Listen first", heading="Listening")
    ada.sees(kept(cast, "Listening"))
    ada.does_not_see("Listen first")

    await ada.presses("Open it")
    ada.sees("What would you do differently next time?", "Listen first")


async def test_a_note_from_scratch_has_the_title_that_was_chosen(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect")
    await ada.presses("Write freely")
    await ada.fills(text="First line\n\nSecond line", heading="  A good\nweek ")
    ada.sees(kept(cast, "A good week"))
    await ada.presses("Open it")
    ada.sees("A good week", "First line", "Second line")


async def test_twenty_thousand_characters_are_kept_whole(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    words = "ab cd efg " * 1_999 + "0123456789"
    await ada.says(f"reflect: {words}")
    ada.sees("Kept, until")
    assert [note.text for note in await notes_of(ada)] == [words]


async def test_a_line_that_is_too_long_is_not_kept_but_not_lost(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    words = (CANARY + " ") * 2_000
    await ada.says(f"reflect: {words}")
    ada.sees("20,000", "Say “drafts”")
    assert await notes_of(ada) == []
    assert [draft.words for draft in await (await vault_of(ada)).all(Draft)] == [words.strip()]
    ada.finds_taken_back(CANARY)
    await nowhere_but(cast, CANARY)


async def test_odd_characters_are_kept_as_they_can_be_read(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    for typed, kept in (
        ("a\x00b\x07c\x1b[2Jd", "abc[2Jd"),
        ("היום למדתי להקשיב 🦉👩‍👩‍👧", "היום למדתי להקשיב 🦉👩‍👩‍👧"),
        ("\u202egnol dna", "\u202egnol dna"),
        ("<!channel> *bold* [link](https://example.org) <b>", "<!channel> *bold* [link](https://example.org) <b>"),
    ):
        await ada.says(f"reflect: {typed}")
        await ada.says("my notes")
        assert "\u202e" not in "".join(message.text for message in ada.latest)
        await ada.presses("gnol dna" if "\u202e" in kept else kept)
        ada.sees(kept)


async def test_a_title_writes_no_markup_anywhere(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    title = "**bold** [x](https://e.org) \n# <!here>"
    await ada.says("reflect:")
    await ada.fills(text="words", heading=title)
    shown = "**bold** [x](https://e.org) # <!here>"
    ada.sees(kept(cast, shown))
    await ada.says("my notes")
    ada.sees(f"1. {shown} (")
    await ada.presses(shown)
    await ada.presses("Delete it")
    ada.sees(f"Delete “{shown}” for good?")


async def test_nothing_is_kept_before_the_agreement(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await ada.says(f"reflect: {CANARY}")
    ada.sees("Nothing has been kept yet; please send it again after you agree.", "[I agree]")
    assert await notes_of(ada) == []


async def test_recovery_words_are_offered_after_the_first_note_only(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: one")
    ada.sees("six recovery words open your private notes", "[Show me six words]")
    await ada.says("note: two")
    ada.sees("Kept")
    assert "recovery words" not in " ".join(message.text for message in ada.latest)


async def test_a_form_sent_twice_is_one_note(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect:")
    if not cast.way.forms:
        await ada.fills(text=CANARY, heading=None)
        await ada.says("send")
    else:
        assert ada.form is not None
        sent = Submitted(ada.form.opening, {"text": CANARY, "heading": None})
        await ada.does(sent)
        await ada.does(sent)
        ada.sees("You have already sent that one")
    assert len(await notes_of(ada)) == 1


# ---------------------------------------------------------------- finding


async def test_notes_are_listed_newest_first_a_page_at_a_time(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("my notes")
    ada.sees("There are no notes yet")
    for number in range(1, 9):
        await ada.says(f"reflect: note {number}")
        cast.clock.set(cast.clock.now() + timedelta(minutes=1))

    await ada.says("my notes")
    ada.sees("1. note 8 (Tuesday 5 January 2027)", "6. note 3", "[Older]")
    assert "[Newer]" not in ada.screen
    await ada.presses("Older")
    ada.sees("1. note 2", "2. note 1", "[Newer]")
    await ada.says("2")
    ada.sees("Your note", "note 1")


async def test_a_note_is_found_by_words_in_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: The Budget was cut, and I said so")
    await ada.says("reflect: A walk with the new mentor")

    await ada.says("search my notes for CUT budget")
    ada.sees("[The Budget was cut, and I said so]")
    assert "walk" not in ada.latest[-1].text
    await ada.says("find mentor in my notes")
    ada.sees("[A walk with the new mentor]")
    await ada.says("search my notes for budget mentor")
    ada.sees("No note has “budget mentor” in it")
    await ada.says("search my notes for unicorns")
    ada.sees("No note has “unicorns” in it. Try another word, or say “my notes”.")
    await ada.says("search my notes")
    ada.sees("such as “search my notes for budget”")


# ---------------------------------------------------------------- changing and deleting


async def test_a_note_is_changed_in_a_form_that_is_filled_in(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: as it was")
    await ada.presses("Open it")
    await ada.presses("Change it")
    await ada.fills(heading="New title")
    ada.sees("Changed.")
    await ada.presses("Open it")
    ada.sees("New title", "as it was")
    await ada.presses("Change it")
    await ada.fills(text="as it is")
    assert [(note.title, note.text) for note in await notes_of(ada)] == [("New title", "as it is")]


async def test_a_note_is_deleted_after_one_question(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    await ada.presses("Delete it")
    ada.sees("It can’t be brought back")
    await ada.presses("Don’t delete")
    ada.sees(CANARY)
    await ada.presses("Delete it")
    await ada.presses("Delete it for good")
    ada.sees("Deleted for good.")
    assert await notes_of(ada) == []


async def test_an_unfinished_form_about_a_note_goes_with_it(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {CANARY}")
    await ada.presses("Open it")
    await ada.presses("Change it")
    await ada.presses_data(texts.DELETE_FOR_GOOD((await notes_of(ada))[0].id))
    vault = await vault_of(ada)
    assert await vault.all(Reflection) == []
    assert await vault.all(Draft) == []

    await ada.says("anything")  # the form that was open is gone, and does not hold on to them
    await ada.says("my notes")
    ada.sees("There are no notes yet")


async def test_a_button_of_a_note_that_is_gone_says_so(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: one")
    note = (await notes_of(ada))[0]
    await ada.presses_data(texts.DELETE_FOR_GOOD(note.id))
    for press in (texts.READ, texts.CHANGE, texts.DELETE, texts.DELETE_FOR_GOOD, texts.SHARE, texts.PASS_ON):
        await ada.presses_data(press(note.id))
        ada.sees("That note isn’t here any more")
    await ada.presses_data(texts.KEEP_LONGER(note.id, "2029-07-31"))
    ada.sees("That note isn’t here any more")


async def test_nobody_elses_button_opens_a_note(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    bea = await cast.participant("Bea")
    dora = await cast.member("Dora", Role.DIRECTOR)
    eve = await cast.stranger("Eve")
    await ada.says(f"reflect: {CANARY}")
    note = (await notes_of(ada))[0]
    on_notes = [
        press(note.id)
        for press in (texts.READ, texts.CHANGE, texts.DELETE, texts.DELETE_FOR_GOOD, texts.SHARE, texts.PASS_ON)
    ]
    for other in (bea, dora, eve):
        for data in [*on_notes, texts.KEEP_LONGER(note.id, "2029-07-31")]:
            await other.presses_data(data)
            other.sees("first join" if other is eve else "That note isn’t here any more")
    assert await notes_of(ada) == [note]
    await nowhere_but(cast, CANARY)


async def test_no_button_data_does_harm(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: one")
    for data in (
        "reflections.read:",
        "reflections.read:\x00",
        "reflections.read:" + "x" * 5_000,
        "reflections.longer:a:b",
        "reflections.list:-7",
        "reflections.list:2147483647",
        "reflections.list:99999999999999999999",
        "reflections.prompt:-1",
        "reflections.prompt:99",
        "reflections.prompts:-5",
        "reflections.ending:never",
        "reflections.keep_all:2029-02-31",
        "reflections.read:a:b:c",
    ):
        await ada.presses_data(data)
        assert ada.latest, data
    assert "Something went wrong" not in ada.screen
    assert not caplog.records
    assert len(await notes_of(ada)) == 1


# ---------------------------------------------------------------- how long


async def test_a_press_keeps_a_note_longer_and_counts_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: one")
    await ada.presses("Open it")
    note = (await notes_of(ada))[0]
    await ada.presses("Keep it 12 months longer")
    ada.sees(f"Kept until: {spoken_date(last_day(cast, 1))}")
    await ada.presses_data(texts.KEEP_LONGER(note.id, last_day(cast).isoformat()))
    ada.sees(f"Kept until: {spoken_date(last_day(cast, 1))}")

    await ada.presses("Keep it 12 months longer")
    ada.sees(f"Kept until: {spoken_date(last_day(cast, 2))}")
    assert not any("longer" in button.label for message in ada.latest for button in message.buttons)
    await ada.presses_data(texts.KEEP_LONGER(note.id, last_day(cast, 2).isoformat()))
    ada.sees("as far ahead as I can promise")


async def test_a_month_before_their_end_the_author_is_told_and_on_the_day_they_go(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    bea = await cast.participant("Bea")
    for words in (CANARY, "two", "three"):
        await ada.says(f"reflect: {words}")
    await bea.says("reflect: and mine")
    await bea.presses_data(texts.KEEP_ALL(last_day(cast).isoformat()))
    told = months_after(last_day(cast), -1)

    await cast.reach(noon(told - timedelta(days=1)))
    ada.does_not_see("reach the end")
    await cast.reach(noon(told))
    assert f"3 of your notes reach the end of their time on {spoken_date(last_day(cast))}" in ada.screen
    ada.does_not_see(CANARY)
    bea.does_not_see("reach")

    await ada.presses("Show me")
    ada.sees(CANARY, "two", "three")
    await ada.presses("two")
    await ada.presses("Keep it 12 months longer")

    await cast.reach(noon(last_day(cast)))
    assert len(await notes_of(ada)) == 3
    await cast.reach(noon(last_day(cast) + timedelta(days=1)))
    assert [note.text for note in await notes_of(ada)] == ["two"]
    assert len(await notes_of(bea)) == 1
    await cast.reach(noon(months_after(last_day(cast, 1), -1)))
    assert f"1 of your notes reaches the end of its time on {spoken_date(last_day(cast, 1))}" in ada.screen


async def test_all_that_end_are_kept_longer_by_one_press(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: one")
    await ada.says("reflect: two")
    await cast.reach(noon(months_after(last_day(cast), -1)))
    await ada.presses("Keep them all longer")
    ada.sees(f"All 2 are kept until {spoken_date(last_day(cast, 1))} now")
    await cast.reach(noon(last_day(cast) + timedelta(days=2)))
    assert len(await notes_of(ada)) == 2
    await ada.presses_data(texts.KEEP_ALL(last_day(cast).isoformat()))
    ada.sees("No note of yours ends on that day now")


async def test_a_note_written_late_is_kept_a_year_all_the_same(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    written = last_day(cast) - timedelta(days=3)
    await cast.reach(noon(written))
    await ada.says("reflect: late")
    ada.sees(f"Kept, until {spoken_date(months_after(written, 12))}")
