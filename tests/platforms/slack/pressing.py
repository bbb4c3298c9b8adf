"""Where on somebody's screen the thing is that they press."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.platforms.fake import Obj
from tests.platforms.slack.checks import placed_elements, the_options
from tests.platforms.slack.workspace import OpenView, SlackMessage

Surface = SlackMessage | OpenView


@dataclass(frozen=True)
class Pressed:
    surface: Surface
    block: Obj
    element: Obj
    option: Obj | None
    """The one chosen, where the element has options."""


def find(wanted: str, surfaces: Iterable[Surface]) -> Pressed:
    """The button or option with this label or value, on the first surface that has it."""
    seen: list[str] = []
    for surface in surfaces:
        for block, element in placed_elements(blocks_of(surface)):
            if element["type"] == "button":
                label = element["text"]["text"]
                seen.append(label)
                if wanted in (label, element.get("value")):
                    return Pressed(surface, block, element, None)
            elif block["type"] != "input":  # what is chosen in an input is told when it is submitted
                for option in the_options(element):
                    seen.append(option["text"]["text"])
                    if wanted in (option["text"]["text"], option["value"]):
                        return Pressed(surface, block, element, option)
    raise AssertionError(f"there is no “{wanted}” to press among {seen}")


def blocks_of(surface: Surface) -> list[Obj]:
    if isinstance(surface, SlackMessage):
        return surface.blocks
    blocks: list[Obj] = surface.content["blocks"]
    return blocks
