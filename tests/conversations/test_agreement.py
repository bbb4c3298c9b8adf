"""What people can count on from the confidentiality agreement."""

from bot.programmes import Programmes
from handlers import agreement
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.player import Player

CANARY = "the canary sings at midnight"
KEY = "london-leadership"


async def changes(cast: Cast) -> None:
    """From now on there is a newer version."""
    template = cast.programmes[KEY]
    newer = template.agreement.model_copy(update={"version": "2027-02"})
    await cast.restart_with(template.model_copy(update={"agreement": newer}))


def labels(player: Player) -> list[str]:
    return [button.label for message in player.latest for button in message.buttons]


async def test_whoever_agreed_before_is_told_that_it_has_changed_and_that_nothing_is_lost(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("reflect: kept before")
    await changes(cast)

    await ada.says(f"reflect: {CANARY}")
    ada.sees("has changed. What you kept before is safe. Please read it before we go on.", "[I agree]")
    ada.does_not_see("Nothing has been kept yet")
    await nowhere_but(cast, CANARY, ada)
    ada.sees("still stands where you wrote it")

    await ada.presses("I agree")
    await ada.says("my notes")
    ada.sees("kept before")


async def test_words_typed_before_agreeing_are_not_kept_and_so_not_taken_back(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await ada.says(f"reflect: {CANARY}")
    ada.sees("Nothing has been kept yet; please send it again after you agree.", "still stands where you wrote it")
    assert any(CANARY in line for line in ada.own_lines)
    await nowhere_but(cast, CANARY, ada)


async def test_hello_offers_it_to_whoever_has_not_agreed_and_to_nobody_else(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await ada.says("hello")
    ada.sees("What I can do for you", "What we agree about confidentiality", "[I agree]")

    await ada.presses("I agree")
    await ada.says("hello")
    ada.sees("What I can do for you")
    assert "I agree" not in labels(ada)


async def test_i_agree_can_be_said_later_and_counts_where_it_was_put_before_them(cast: Cast) -> None:
    ada = await cast.member("Ada", Role.PARTICIPANT, agreed=False)
    await changes(cast)
    await ada.says("I agree")  # but what is asked today has not been shown
    ada.sees("What we agree about confidentiality", "[I agree]")
    ada.does_not_see("Thank you: agreed.")

    await ada.says("settings")
    await ada.says("I agree")
    ada.sees("Thank you: agreed.")
    await ada.says("I agree")
    ada.sees("You had agreed already: thank you.")


async def test_whoever_has_agreed_reads_it_with_nothing_to_press(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("agreement")
    ada.sees("Version 2026-11. You have agreed to this.")
    assert labels(ada) == []


async def test_agreed_twice_is_agreed_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.presses_data(agreement.AGREE(KEY, cast.programmes[KEY].agreement.version))
    ada.sees("You had agreed already: thank you.")
    async with cast.app.database.unit() as unit:
        assert ada.on_roster
        assert len(await unit.agreements.of_person(ada.on_roster.id)) == 1


def test_no_line_of_the_page_ends_in_mid_sentence() -> None:
    page = Programmes.load()[KEY].agreement.page
    assert "- a risk to somebody’s life\n- a child, or an adult" in page
    for paragraph in page.split("\n\n"):
        assert "\n" not in paragraph or all(line.startswith("- ") for line in paragraph.split("\n"))
    assert "comes from a different employer. What people say in modules, coaching, mentoring and team work" in page
