"""The command line, as whoever runs the service types it."""

import json
import signal
from pathlib import Path

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from storage.private.keys import MasterKeys
from tests.shell import Shell

CANARY = "the heron stands by the weir"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path, {"WAYMARK_DATA_DIR": "data"})


@pytest.mark.parametrize("verb", ["", "demo", "run", "check", "slack", "keys", "migrate", "deliveries", "erase"])
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
