"""Each thing in a template is found on its line."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.programmes.loading import SHIPPED
from bot.programmes.places import Where, places

TRICKY = '''\
# [not.a.table]
a = 1 # b = 2
"c d" = "x = [1]" ; e.f = 3
g = """
[no]
h = 1
"""
i = [ # one
  "]", \'#\',
  [1, 2], {j = 1, k.l = [3,
  4]},
]
m = 1979-05-27 07:32:00
n.o = 07:32:00
n."p.q" = \'\'\'
"""\'\'\'
[r . s]
t = "\\\\"
[[u]]
v = "\\""
[[u]]
[u.w]
x = true
[[u.y]]
z = -1.5e3
[[u.y]]
z = 2
'''.replace(" ; ", "\n")


def test_each_value_is_found_on_its_line() -> None:
    lines = places(TRICKY)
    data = tomllib.loads(TRICKY)
    assert set(lines) == {(), *everything(data)}
    written = ["", *TRICKY.splitlines()]
    for where, says in {
        ("c d",): '"c d"',
        ("e",): "e.f",
        ("e", "f"): "e.f",
        ("g",): 'g = """',
        ("i", 1): "'#'",
        ("i", 2, 1): "[1, 2]",
        ("i", 3, "k", "l", 1): "  4]},",
        ("m",): "m = ",
        ("n", "o"): "n.o",
        ("n", "p.q"): "n.",
        ("r", "s"): "[r . s]",
        ("r", "s", "t"): "t = ",
        ("u",): "[[u]]",
        ("u", 0, "v"): "v = ",
        ("u", 1, "w", "x"): "x = true",
        ("u", 1, "y", 1, "z"): "z = 2",
    }.items():
        assert says in written[lines[where]], (where, lines[where])
    assert lines["u", 1] == lines["u", 1, "w"] - 1


@pytest.mark.parametrize("path", [*SHIPPED.rglob("*.toml")], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_everything_in_a_shipped_file_has_a_line_that_says_it(path: Path) -> None:
    text = path.read_text()
    lines, written = places(text), ["", *text.splitlines()]
    for where in everything(tomllib.loads(text)):
        name = [step for step in where if isinstance(step, str)][-1]
        assert isinstance(where[-1], int) or name in written[lines[where]]


def everything(data: object, where: Where = ()) -> Iterator[Where]:
    """The way to each thing in a file."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in steps:
        yield (*where, step)
        yield from everything(inner, (*where, step))
