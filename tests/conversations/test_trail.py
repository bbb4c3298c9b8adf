"""What people can count on when they ask what is recorded about them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from handlers.privacy import trail
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast

CANARY = "the wagtail crosses the weir"
ROOT = Path(__file__).parents[2]


async def test_everybody_sees_what_they_did_and_what_was_done_to_them_and_nobody_elses(cast: Cast) -> None:
    mara, ben = await cast.member("Mara Lindqvist", Role.DIRECTOR), await cast.participant("Ben Smith")
    ada = await cast.member("Ada Okafor", Role.PARTICIPANT, agreed=False)
    await ada.presses("I agree")
    await mara.says("new code for Ada Okafor")

    await ada.says("what is recorded about me")
    ada.sees(
        "Tuesday 5 January 2027, 09:00 (London): Mara Lindqvist made a joining code for you.",
        "you agreed on confidentiality",
        "you joined, from an account of yours",
    )
    await mara.says("my record")
    mara.sees("you made a joining code for Ada Okafor")
    mara.does_not_see("Ada Okafor joined", "Ben")
    await ben.says("my record")
    ben.sees("you joined")
    ben.does_not_see("Mara", "Ada", "joining code")


async def test_it_is_paged_from_the_newest_on_and_holds_no_word_of_what_anybody_wrote(cast: Cast) -> None:
    mara = await cast.member("Mara Lindqvist", Role.DIRECTOR)
    ada = await cast.member("Ada Okafor", Role.PARTICIPANT, agreed=False)
    await ada.presses("I agree")
    await ada.says(f"reflect: {CANARY}")
    for _ in range(trail.PAGE):
        await mara.says("new code for Ada Okafor")

    await ada.says("my record")
    ada.sees("Mara Lindqvist made a joining code for you", "[Earlier]")
    ada.does_not_see("you joined, from")
    await ada.presses("Earlier")
    ada.sees("you agreed on confidentiality", "you joined, from")
    assert [button.label for message in ada.latest for button in message.buttons] == []
    await nowhere_but(cast, CANARY, ada)


async def test_once_somebody_is_deleted_what_they_did_is_a_number(cast: Cast) -> None:
    mara, ada = await cast.member("Mara Lindqvist", Role.DIRECTOR), await cast.participant("Ada Okafor")
    await mara.says("new code for Ada Okafor")
    await ada.says("delete my data")
    await ada.fills(word="now")

    await mara.says("my record")
    mara.sees("you made a joining code for others")
    async with cast.app.database.unit() as unit:
        assert ada.on_roster is not None
        assert await unit.audit.concerning(ada.on_roster.id, 100) == []
        assert await unit.audit.count("joined") == 2


def test_every_act_that_is_recorded_has_its_words() -> None:
    acts = {act for path in (ROOT / "handlers").rglob("*.py") for act in _acts(ast.parse(path.read_text()))}
    assert len(acts) > 20
    assert acts - SILENT == set(trail.WORDS)


SILENT = {"deleted for good", "deleted again"}
"""What is done to somebody who is nobody any more, and asks for nothing."""


def _acts(module: ast.Module) -> Iterator[str]:
    """What is given to `audit.record`, and to a file's own `_record` that hands it on."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and re.fullmatch(r".*audit\.record|_record", ast.unparse(node.func)):
            for given in node.args[1:2] if isinstance(node.func, ast.Name) else node.args[:1]:
                yield from _texts(given, module)


def _texts(given: ast.expr, module: ast.Module) -> Iterator[str]:
    match given:
        case ast.Constant(value=str(act)):
            yield act
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_texts(body, module), *_texts(orelse, module))
        case ast.Name(id=name):
            for node in ast.walk(module):
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
                    yield from _texts(node.value, module)
