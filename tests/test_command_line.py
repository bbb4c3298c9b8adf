"""The command line, as whoever runs the service types it."""

import configparser
import json
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from bot.__main__ import _parser
from storage.private.keys import MasterKeys
from storage.shared.people import Role
from storage.shared.unit import SharedDatabase
from tests.shell import Shell

CANARY = "the heron stands by the weir"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path, {"WAYMARK_DATA_DIR": "data"})


def every_verb() -> list[str]:
    (verbs,) = (action.choices for action in _parser()._actions if action.choices)
    return list(verbs)


@pytest.mark.parametrize("verb", ["", *every_verb()])
async def test_every_command_says_what_it_is_for(shell: Shell, verb: str) -> None:
    ended = await shell.runs(*([verb] if verb else []), "--help")
    assert ended.code == 0
    assert "usage: waymark" in ended.out
    assert shell.everything() == {}


async def test_the_demo_prints_an_address_and_answers_there(shell: Shell) -> None:
    port = str(unused_port())
    async with shell.starts("demo", WAYMARK_HTTP_PORT=port) as demo:
        assert demo.stdout is not None
        line = (await demo.stdout.readline()).decode()
        address = line.split()[-1]
        assert address.startswith(f"http://127.0.0.1:{port}/")
        async with ClientSession() as browser:
            async with browser.get(address) as page:
                assert "Waymark" in await page.text()
            async with browser.get(f"http://127.0.0.1:{port}/healthz") as health:
                assert await health.text() == "ok\n"

        second = await shell.runs("demo", WAYMARK_HTTP_PORT=port, WAYMARK_DATA_DIR="other")
        assert second.code == 2
        assert "choose another port" in second.err
        demo.send_signal(signal.SIGINT)
        assert await demo.wait() == 0


async def test_the_demo_keeps_to_itself(shell: Shell) -> None:
    elsewhere = await shell.runs("demo", WAYMARK_DATABASE_URL="postgresql://waymark@localhost/waymark")
    assert (elsewhere.code, "folder of its own" in elsewhere.err) == (2, True)

    await shell.runs("keys", "new")
    await shell.runs("migrate")
    real = await shell.runs("demo")
    assert (real.code, "Choose another" in real.err) == (2, True)


async def test_run_wants_a_master_key_and_touches_nothing_without_one(shell: Shell) -> None:
    ended = await shell.runs("run")
    assert ended.code == 2
    assert "waymark keys new" in ended.err
    assert shell.everything() == {}


async def test_run_refuses_the_demos_key(shell: Shell) -> None:
    MasterKeys.new_file(shell.folder / "data-keys" / "master.keys", demo=True)
    ended = await shell.runs("run")
    assert (ended.code, "demo" in ended.err) == (2, True)


async def test_run_says_plainly_that_no_platform_has_credentials(shell: Shell) -> None:
    await shell.runs("keys", "new")
    ended = await shell.runs("run")
    assert (ended.code, "No platform has credentials" in ended.err) == (2, True)


async def test_run_refuses_a_programme_without_people_to_turn_to_and_says_which_lines_to_write(shell: Shell) -> None:
    shell.settings["WAYMARK_PROGRAMMES_DIR"] = "programmes"
    telegram = {"WAYMARK_TELEGRAM_TOKEN": "1:heron"}
    await shell.runs("keys", "new")
    missing = await shell.runs("run", **telegram)
    assert (missing.code, "programmes: there is no such folder" in missing.err) == (2, True)

    (shell.folder / "programmes").mkdir()
    refused = await shell.runs("run", **telegram)
    assert (refused.code, "Write this as programmes/london-leadership.toml" in refused.err) == (2, True)
    assert "NOT OK  Contacts" in (await shell.runs("check")).out

    written = refused.err.split("contacts:\n\n")[-1]  # the last of the two that are refused
    file = shell.folder / "programmes" / "london-leadership.toml"
    file.write_text(written)
    as_it_is = await shell.runs("run", **telegram)
    assert (as_it_is.code, f"programmes/{file.name}, line 9: “email” can’t be “…”" in as_it_is.err) == (2, True)
    assert f"NOT OK  Template {file.name}" in (await shell.runs("check")).out

    file.write_text(written.replace('email = "…"', 'email = "office@example.org"').replace('phone = "…"', 'phone = ""'))
    checked = await shell.runs("check")
    assert f"ok      Template {file.name}" in checked.out
    assert "ok      Contacts" in checked.out

    begun = ("--programme", "leaders-for-london", "--starts", "2099-09-21", "--director", "Mara Lindqvist")
    created = await shell.runs("cohort", "create", *begun)
    assert (created.code, "Write this as programmes/leaders-for-london.toml" in created.err) == (0, True)
    refused = await shell.runs("run", **telegram)
    assert (refused.code, "“Leaders for London” does not say whom" in refused.err) == (2, True)
    assert "“London Leadership" not in refused.err, "no cohort follows it"


async def test_a_wrong_setting_is_named_and_what_was_given_is_not_printed(shell: Shell) -> None:
    ended = await shell.runs("check", WAYMARK_TIMEZONE=CANARY, WAYMARK_HTTP_PORT="ninety")
    assert ended.code == 2
    assert "WAYMARK_TIMEZONE" in ended.err
    assert "WAYMARK_HTTP_PORT" in ended.err
    assert CANARY not in ended.err


async def test_check_looks_at_everything_and_changes_nothing(shell: Shell) -> None:
    nothing = await shell.runs("check")
    assert nothing.code == 1
    assert "NOT OK  Master keys" in nothing.out
    assert shell.everything() == {}

    assert (await shell.runs("keys", "new")).code == 0
    assert (await shell.runs("migrate")).code == 0
    before = shell.everything()
    ended = await shell.runs("check")
    assert "ok      Master keys" in ended.out
    assert "ok      Migrations" in ended.out
    assert "ok      Template london-leadership.toml" in ended.out
    assert "NOT OK  Contacts" in ended.out
    assert "NOT OK  Platforms" in ended.out
    assert shell.everything() == before


async def test_run_refuses_slack_settings_that_do_not_go_together(shell: Shell) -> None:
    await shell.runs("keys", "new")
    before = shell.everything()
    ended = await shell.runs("run", WAYMARK_SLACK_BOT_TOKEN="xoxb-the-heron", WAYMARK_SLACK_APP_TOKEN="")
    assert (ended.code, "Set WAYMARK_SLACK_APP_TOKEN" in ended.err) == (2, True)
    assert "heron" not in ended.out + ended.err
    assert shell.everything() == before


async def test_check_lists_what_does_not_go_together_and_prints_no_secret(shell: Shell) -> None:
    nowhere = f"http://127.0.0.1:{unused_port()}/api/"
    ended = await shell.runs(
        "check",
        WAYMARK_SLACK_API_URL=nowhere,
        WAYMARK_SLACK_BOT_TOKEN="xoxb-the-heron",
        WAYMARK_SLACK_APP_TOKEN="xapp-the-heron",
        WAYMARK_SLACK_SIGNING_SECRET="heron",
        WAYMARK_LOG_LEVEL="DEBUG",
    )
    assert ended.code == 1
    assert "NOT OK  Slack settings" in ended.out
    assert "NOT OK  Slack bot token" in ended.out
    assert "NOT OK  Slack app token" in ended.out
    assert "heron" not in ended.out + ended.err


async def test_a_token_of_another_kind_is_named_and_not_printed(shell: Shell) -> None:
    ended = await shell.runs("check", WAYMARK_SLACK_BOT_TOKEN="xapp-the-heron")
    assert (ended.code, "WAYMARK_SLACK_BOT_TOKEN: this begins with xoxb-" in ended.err) == (2, True)
    assert "heron" not in ended.out + ended.err


async def test_the_slack_manifest_is_json_to_paste(shell: Shell) -> None:
    async def printed(*words: str, **settings: str) -> str:
        ended = await shell.runs("slack", "manifest", *words, **settings)
        assert (ended.code, "docs/slack.md" in ended.err) == (0, True)
        return json.dumps(json.loads(ended.out))

    public = {"WAYMARK_PUBLIC_URL": "https://waymark.example/"}
    assert '"socket_mode_enabled": true' in await printed()
    assert '"request_url": "https://waymark.example/slack/events"' in await printed(**public)
    assert "request_url" not in await printed(**public, WAYMARK_SLACK_APP_TOKEN="xapp-1")
    assert "agent_view" not in await printed()
    assert "agent_view" in await printed("--agent-view")
    assert "agent_view" in await printed(WAYMARK_SLACK_AGENT_VIEW="true")
    assert shell.everything() == {}


async def test_a_second_master_key_is_never_made_over_the_first(shell: Shell) -> None:
    await shell.runs("keys", "new")
    before = shell.everything()
    ended = await shell.runs("keys", "new")
    assert ended.code == 2
    assert shell.everything() == before


async def test_keys_are_rotated_and_the_old_one_is_gone(shell: Shell) -> None:
    await shell.runs("keys", "new")
    await shell.runs("migrate")
    ring = shell.folder / "data-keys" / "master.keys"
    before = ring.read_text()
    ended = await shell.runs("keys", "rotate")
    assert ended.code == 0, ended.err
    assert before.split()[0] in ended.out, "the key that was destroyed is named"
    assert before.split()[1] not in ring.read_text()


async def test_migrate_is_done_once(shell: Shell) -> None:
    assert "Applied" in (await shell.runs("migrate")).out
    assert "Nothing to do" in (await shell.runs("migrate")).out


async def test_looking_makes_nothing(shell: Shell) -> None:
    await shell.runs("keys", "new")
    before = shell.everything()
    for command in (("deliveries",), ("erase", "ada@example.org", "--yes")):
        ended = await shell.runs(*command)
        assert (ended.code, "no database" in ended.err) == (2, True)
    assert shell.everything() == before


async def test_deliveries_are_counted_and_nobody_is_erased_by_mistake(shell: Shell) -> None:
    await shell.runs("keys", "new")
    await shell.runs("migrate")
    assert (await shell.runs("deliveries")).code == 0
    retried = await shell.runs("deliveries", "--retry", "nothing")
    assert (retried.code, "no message with that id" in retried.out) == (1, True)
    erased = await shell.runs("erase", "nobody@example.org")
    assert (erased.code, "Nobody on the roster" in erased.out) == (1, True)


async def test_a_backup_is_made_put_back_elsewhere_and_resumed_with_every_refusal_in_plain_words(shell: Shell) -> None:
    for disk in ("here", "there"):
        (shell.folder / disk).mkdir()
    copy = ("backup", "here/monday", "--keys-to", "there/monday")
    await shell.runs("keys", "new")
    await shell.runs("migrate")
    too_early = await shell.runs(*copy)
    assert (too_early.code, "makes them at its first start" in too_early.err) == (2, True)
    await shell.runs("erase", "nobody@example.org")  # as good as a first start: the stores are made

    together = await shell.runs("backup", "here/monday", "--keys-to", "here/keys")
    assert (together.code, "lie apart" in together.err) == (2, True)
    made = await shell.runs(*copy)
    assert made.code == 0, made.err
    assert "which is in neither" in made.out
    again = await shell.runs(*copy)
    assert (again.code, "there already" in again.err) == (2, True)

    back = ("restore", "here/monday", "--keys-from", "there/monday")
    occupied = await shell.runs(*back)
    assert (occupied.code, "is not empty" in occupied.err) == (2, True)
    elsewhere = {"WAYMARK_DATA_DIR": "new", "WAYMARK_MASTER_KEYS_FILE": "data-keys/master.keys"}
    put_back = await shell.runs(*back, **elsewhere)
    assert put_back.code == 0, put_back.err
    assert "waymark resume" in put_back.out

    assert "NOT OK  Restored" in (await shell.runs("check", **elsewhere)).out
    looked = await shell.runs("resume", **elsewhere)
    assert (looked.code, "add --yes" in looked.out) == (1, True)
    unclear = await shell.runs("resume", "--yes", "--ran-until", "yesterday", **elsewhere)
    assert (unclear.code, "date and a time" in unclear.err) == (2, True)
    went_on = await shell.runs("resume", "--yes", "--ran-until", "2027-01-05 12:00", **elsewhere)
    assert (went_on.code, "Going on" in went_on.out) == (0, True)
    assert "Nothing stands still" in (await shell.runs("resume", **elsewhere)).out


@pytest.mark.parametrize("folder", ["data", "a folder with 100% of it"])
async def test_the_service_is_one_that_systemd_takes(shell: Shell, folder: str) -> None:
    printed = await shell.runs("service", "--user", "root", WAYMARK_DATA_DIR=folder)
    assert printed.code == 0
    assert shell.everything() == {}
    unit = configparser.RawConfigParser(strict=False)
    unit.read_string(printed.out)
    service = unit["Service"]
    program, verb = service["execstart"].split()
    assert verb == "run"
    assert shutil.which(program)
    assert Path(service["workingdirectory"].replace("%%", "%")) == shell.folder / folder
    assert (service["umask"], service["protectsystem"], service["user"]) == ("0077", "strict", "root")
    assert service["environmentfile"].startswith("/etc/")
    assert said_by_systemd(printed.out, shell.folder / "waymark.service") == []


def said_by_systemd(unit: str, file: Path) -> list[str]:
    """What it finds wrong with this unit, where it is installed."""
    verify = shutil.which("systemd-analyze")
    file.write_text(unit)
    ended = subprocess.run([verify, "verify", file], capture_output=True, text=True, check=False) if verify else None
    return [line for line in ended.stderr.splitlines() if file.name in line] if ended else []


@pytest.mark.parametrize("on", ["sqlite", "postgres"])
async def test_a_cohort_is_created_with_one_code_while_somebody_else_has_the_database_open(
    shell: Shell, on: str, request: pytest.FixtureRequest
) -> None:
    await shell.runs("keys", "new")
    file = f"sqlite:///{shell.folder / 'data' / 'shared.db'}"
    url = request.getfixturevalue("migrated_postgres_url") if on == "postgres" else file
    settings = {"WAYMARK_DATABASE_URL": url} if on == "postgres" else {}
    create = ("cohort", "create", "--starts", "2045-09-04", "--director", "Mara Lindqvist")
    if on == "sqlite":
        await shell.runs("migrate")
    async with SharedDatabase(url) as database:
        async with database.unit() as unit:
            assert await unit.cohorts.every() == []
        made = await shell.runs(*create, "--programme", "london-leadership", "--email", "mara@example.org", **settings)
    assert made.code == 0, made.err
    assert "Module 1: Leading in the System: Wednesday 6 September 2045, 09:30 to 16:30 (London)" in made.out
    assert len(re.findall(r"^  \w{4}(?:-\w{4}){3}$", made.out, re.MULTILINE)) == 1

    for words, sentence in (
        ((*create, "--programme", "london-leadership"), "There is a cohort called “London Leadership Programme 2045”"),
        ((*create, "--programme", "paris"), "There are: leaders-for-london, london-leadership."),
        (("cohort", "create", "--programme", "x", "--starts", "soon", "--director", "Mara"), "“soon” is no day."),
    ):
        refused = await shell.runs(*words, **settings)
        assert (refused.code, sentence in refused.err) == (2, True), refused.err
    async with SharedDatabase(url) as database, database.unit() as unit:
        (cohort,) = await unit.cohorts.every()
        (mara, part), *others = await unit.cohorts.roster(cohort.id)
        assert (mara.name, mara.email, part.role, others) == ("Mara Lindqvist", "mara@example.org", Role.DIRECTOR, [])


async def test_people_are_brought_in_as_a_whole_or_not_at_all_and_one_director_is_said_to_be_few(shell: Shell) -> None:
    file = shell.folder / "people.csv"
    bring_in = ("roster", "import", "people.csv", "--cohort", "london leadership programme 2045")
    await shell.runs("keys", "new")
    await shell.runs("migrate")
    programme = ("--programme", "london-leadership", "--starts", "2045-09-04")
    await shell.runs("cohort", "create", *programme, "--director", "Mara Lindqvist")

    missing = await shell.runs(*bring_in)
    assert (missing.code, "people.csv can’t be read: No such file" in missing.err) == (2, True)
    file.write_text("name,e-mail,role\nAda,ada@example.org,\nBen,nowhere,\n")
    elsewhere = await shell.runs(*bring_in[:-1], "Paris")
    assert (elsewhere.code, "There are: “London Leadership Programme 2045”." in elsewhere.err) == (2, True)
    faulty = await shell.runs(*bring_in)
    assert (faulty.code, "Line 3, e-mail: “nowhere” is no e-mail address." in faulty.out) == (1, True)

    file.write_text("name,e-mail,role\nAda,ada@example.org,\nBen,ben@example.org,director\n")
    tried = await shell.runs(*bring_in, "--dry-run")
    assert tried.code == 0
    assert "2 new, 0 changed, 0 the same. Nobody is removed." in tried.out
    assert tried.out.endswith("\nNothing was changed.\n")
    done = await shell.runs(*bring_in)
    assert (done.code, done.out.endswith("\nDone.\n")) == (0, True)
    again = await shell.runs(*bring_in)
    assert "0 new, 0 changed, 2 the same" in again.out

    checked = await shell.runs("check")
    few = "none has joined yet; there should be two, so that somebody can stand in"
    assert f"LOOK    Directors of London Leadership Programme 2045  {few}" in checked.out
