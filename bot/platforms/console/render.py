"""Words to what the page draws: plain JSON, in which whatever somebody wrote is text and never HTML."""

from datetime import datetime
from typing import assert_never
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.chat.forms import AnyField, Choice, Choices, Consent, Json, LongText, Number, Scale, ShortText, When
from bot.chat.markdown import ListOf, Paragraph, Quote, Run, Runs, parse
from bot.chat.messages import Button, File, Message, Picture
from bot.chat.platform import FormView
from bot.chat.times import spoken_date
from bot.platforms.console.adapter import Deed, Line, News, Page, Persona

Drawn = dict[str, object]
Node = str | Drawn
"""Words, or a tag with the nodes inside it. The page knows these tags and no others."""

PLAYED = frozenset(
    ("audio/aac", "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/webm", "audio/x-wav")
)
"""What a browser may play in the page. Anything else is only ever a download."""

FEW = 6
"""As many options are shown side by side; more go into a list that opens."""


def persona(persona: Persona) -> Drawn:
    group = persona.role.partition(",")[0].strip()
    return {"user": persona.user, "name": persona.name, "role": persona.role, "group": group, "hint": persona.hint}


def clock(now: datetime, due: datetime | None, zone: ZoneInfo) -> Drawn:
    here = now.astimezone(zone)
    return {
        "day": spoken_date(here),
        "time": f"{here:%H:%M}",
        "short": f"{here:%a} {here.day} {here:%b}, {here:%H:%M}",
        "zone": zone.key,
        "picked": f"{here:%Y-%m-%dT%H:%M}",
        "next": _short(due.astimezone(zone), here.year) if due else None,
    }


def news(news: News, zone: ZoneInfo) -> Drawn:
    match news.what:
        case Line():
            return {"user": news.user, "line": line(news.user, news.what, zone)}
        case FormView():
            return {"user": news.user, "form": form(news.what)}
        case Page(parts=parts):
            return {"user": news.user, "home": [message(news.user, "", part) for part in parts]}
        case None:
            return {"user": news.user, "form": None}
        case _:
            assert_never(news.what)


def line(user: str, line: Line, zone: ZoneInfo) -> Drawn:
    at = line.at.astimezone(zone)
    drawn: Drawn = {"ref": line.ref, "place": line.place, "day": spoken_date(at), "time": f"{at:%H:%M}"}
    match line.shown:
        case Message():
            return {**drawn, "message": message(user, line.ref, line.shown)}
        case Deed():
            deed = line.shown
            return {**drawn, "deed": {"act": deed.act, "words": deed.words, "files": list(deed.files)}}
        case None:
            return {**drawn, "gone": True}
        case _:
            assert_never(line.shown)


def message(user: str, ref: str, message: Message) -> Drawn:
    return {
        "title": message.title,
        "text": text(message.text),
        "fields": list(message.fields.items()),
        "buttons": [button(each) for each in message.buttons],
        "attachments": [
            attachment(each, f"/console/files/{quote(user, safe='')}/{quote(ref, safe='')}/{number}")
            for number, each in enumerate(message.attachments)
        ],
        "private": message.private,
    }


def text(markdown: str) -> list[Node]:
    """The small Markdown as a tree."""
    nodes: list[Node] = []
    for block in parse(markdown):
        match block:
            case Paragraph():
                nodes.append(_tag("p", *_runs(block.runs)))
            case Quote():
                nodes.append(_tag("blockquote", *_runs(block.runs)))
            case ListOf():
                items = [_tag("li", *_runs(item)) for item in block.items]
                nodes.append(_tag("ul", *items) if block.first is None else _tag("ol", *items) | {"start": block.first})
            case _:
                assert_never(block)
    return nodes


def _runs(runs: Runs) -> list[Node]:
    return [_run(run) for run in runs]


def _run(run: Run) -> Node:
    node: Node = run.text
    if run.italic:
        node = _tag("em", node)
    if run.bold:
        node = _tag("strong", node)
    return _tag("a", node) | {"href": run.link} if run.link else node


def _tag(tag: str, *inside: Node) -> Drawn:
    return {"tag": tag, "inside": list(inside)}


def button(button: Button) -> Drawn:
    return {"label": button.label, "press": button.press, "style": button.style, "describe": button.describe}


def attachment(attached: Picture | File, url: str) -> Drawn:
    match attached:
        case Picture():
            return {"kind": "picture", "url": url, "alt": attached.alt}
        case File():
            kind = "recording" if attached.media_type in PLAYED else "file"
            return {"kind": kind, "url": url, "name": attached.name, "about": attached.about, "size": _size(attached)}
        case _:
            assert_never(attached)


def form(form: FormView) -> Drawn:
    zone = ZoneInfo(form.zone)
    return {
        "opening": form.opening,
        "title": form.title,
        "intro": text(form.intro),
        "done": form.done,
        "fields": [
            {
                "name": name,
                "question": field.question,
                "help": field.help,
                "required": field.required,
                "answer": answer(field, form.answers.get(name), zone),
                "fault": form.faults.get(name, ""),
                **control(field),
            }
            for name, field in form.fields.items()
        ],
    }


def control(field: AnyField) -> Drawn:
    """What a question is answered with."""
    match field:
        case ShortText():
            return {"control": "secret" if field.secret else "line"}
        case LongText():
            return {"control": "text"}
        case Choice():
            return {"control": "one" if len(field.options) <= FEW else "list", "options": _options(field.options)}
        case Choices():
            return {"control": "several", "options": _options(field.options)}
        case Scale():
            steps = {str(step): str(step) for step in range(field.least, field.most + 1)}
            return {"control": "scale", "options": _options(steps), "low": field.low, "high": field.high}
        case Number():
            return {"control": "number", "hint": f"A whole number from {field.least} to {field.most}."}
        case Consent():
            return {"control": "one", "options": _options(field.options)}
        case When():
            return {"control": "when", "hint": "For example: next Tuesday 14:00."}
        case _:
            assert_never(field)


def answer(field: AnyField, kept: Json, zone: ZoneInfo) -> str | list[str]:
    """What is filled in already, as the control holds it."""
    match field:
        case Choices():
            return field.value(kept)
        case Consent():
            return ""  # said by the person each time, never filled in for them
        case When():
            moment = field.value(kept)
            return "" if moment is None else f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
        case ShortText() if field.secret:
            return ""
        case ShortText() | LongText() | Choice() | Number():
            return "" if kept is None else str(kept)
        case _:
            assert_never(field)


def _options(options: dict[str, str]) -> list[list[str]]:
    return [[value, label] for value, label in options.items()]


def _short(moment: datetime, year: int) -> str:
    """A moment as the clock bar has room for it: its year only where that is not this one."""
    day = f"{moment:%A} {moment.day} {moment:%B}"
    return f"{day if moment.year == year else f'{day} {moment.year}'}, {moment:%H:%M}"


def _size(file: File) -> str:
    size = len(file.data)
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1_000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
