"""`waymark check`: is everything there that `run` needs? It looks, and changes nothing."""

import asyncio
from collections.abc import Callable

from aiohttp import ClientSession
from pydantic import SecretStr

from bot.found import Found
from bot.platforms.slack.checking import check_slack
from bot.platforms.slack.manifest import EVENTS_PATH
from bot.programmes import Programmes
from bot.programmes.faults import said_of
from bot.programmes.loading import Template, templates
from bot.programmes.readiness import lacking
from bot.settings import Settings
from scheduling.clock import SystemClock
from storage.database import refuse_privileged_role
from storage.errors import MasterKeyProblem
from storage.migrating import pending
from storage.private.keys import KeyStore, MasterKeys
from storage.shared.keeping import stands_still
from storage.shared.people import Role
from storage.shared.unit import SharedDatabase

FEWEST_DIRECTORS = 2


async def check(settings: Settings, master_keys: Callable[[], MasterKeys]) -> list[Found]:
    """Everything, each on its own, so that one trouble hides no other."""
    stores = await asyncio.to_thread(_stores, settings, master_keys)
    well = all(row.well for row in stores)
    return [
        Found("Settings", True, "read from the environment"),
        *stores,
        *await _programmes(settings, stores_are_well=well),
        *(await _directors(settings) if well else []),
        *await _platforms(settings),
    ]


async def _programmes(settings: Settings, *, stores_are_well: bool) -> list[Found]:
    """Each template, and whether those that are run here say whom people can turn to."""
    read = templates(settings.programmes_dir)
    found = [row for template in read for row in _template(template)]
    if any(template.faults for template in read):
        return found
    programmes = Programmes.load(settings.programmes_dir)
    missing = lacking(programmes, await _used(settings) if stores_are_well else ())
    says = f"none for {', '.join(missing)}: docs/programmes.md says how to write them" if missing else "all there"
    return [*found, Found("Contacts", not missing, says)]


def _template(template: Template) -> list[Found]:
    what = f"Template {template.path.name}"
    if template.programme is None:
        return [Found(what, False, said_of(template.path, fault)) for fault in template.faults]
    programme = template.programme
    planned, rules = len(programme.planned), len(programme.reminders)
    return [Found(what, True, f"{programme.name}: {planned} things planned, {rules} rules for reminders")]


async def _used(settings: Settings) -> list[str]:
    """The programmes that cohorts follow."""
    if not _is_there(settings):
        return []
    async with SharedDatabase(settings.shared_url) as database, database.unit() as unit:
        return await unit.cohorts.programmes()


async def _directors(settings: Settings) -> list[Found]:
    """Of each cohort that goes on, how many could act for it: with one alone, nobody stands in."""
    if not _is_there(settings):
        return []
    today = SystemClock().now().date()
    async with SharedDatabase(settings.shared_url) as database, database.unit() as unit:
        return [
            _how_many(cohort.name, len(await unit.cohorts.with_role(cohort.id, Role.DIRECTOR)))
            for cohort in await unit.cohorts.every()
            if cohort.ends >= today
        ]


def _how_many(cohort: str, directors: int) -> Found:
    what = f"Directors of {cohort}"
    if directors >= FEWEST_DIRECTORS:
        return Found(what, True, f"{directors} have joined")
    says = "one has joined" if directors else "none has joined yet"
    return Found(what, True, f"{says}; there should be two, so that somebody can stand in", warns=True)


def _is_there(settings: Settings) -> bool:
    """Whether there is a database: looking never makes one."""
    return settings.database_url is not None or settings.shared_file.exists()


NO_PLATFORM = Found(
    "Platforms", False, "none has credentials; see docs/slack.md, docs/telegram.md and docs/settings.md"
)


async def _platforms(settings: Settings) -> list[Found]:
    if not settings.slack_is_wanted and not settings.telegram_is_wanted:
        return [NO_PLATFORM]
    return [
        *(await _slack(settings) if settings.slack_is_wanted else []),
        *(await _telegram(settings) if settings.telegram_is_wanted else []),
    ]


async def _slack(settings: Settings) -> list[Found]:
    """What doesn't go together, by which way Slack reaches the bot, and what Slack itself says of the tokens."""
    async with ClientSession(trust_env=True) as session:
        return [
            *(Found("Slack settings", False, fault) for fault in settings.slack_faults),
            *(_slack_way_in(settings) if not settings.slack_faults else []),
            *await check_slack(
                session,
                settings.slack_api_url,
                bot_token=_revealed(settings.slack_bot_token),
                app_token=_revealed(settings.slack_app_token),
                agent_view=settings.slack_agent_view,
            ),
        ]


def _slack_way_in(settings: Settings) -> list[Found]:
    if settings.slack_app_token is not None:
        return [Found("Slack settings", True, "Socket Mode")]
    secrets = len(settings.slack_signing_secrets)
    both = "; two signing secrets are accepted: take the old one out when it is replaced" if secrets > 1 else ""
    return [Found("Slack settings", True, f"HTTP, at {settings.public_url}{EVENTS_PATH}{both}")]


async def _telegram(settings: Settings) -> list[Found]:
    """What doesn't go together, by which way Telegram reaches the bot, and what Telegram itself says of it."""
    from bot.platforms.telegram.calling import telegram_bot  # which takes a while to load
    from bot.platforms.telegram.checking import check_telegram
    from bot.platforms.telegram.webhook import WEBHOOK_PATH

    faults = [Found("Telegram settings", False, fault) for fault in settings.telegram_faults]
    token = _revealed(settings.telegram_token)
    if token is None:
        return faults
    address = f"{settings.public_url}{WEBHOOK_PATH}" if settings.telegram_webhook_secret else ""
    way_in = f"webhook, at {address}" if address else "the bot asks Telegram (polling)"
    async with ClientSession(trust_env=True) as session:
        bot = telegram_bot(token, settings.telegram_api_url, session)
        return [
            *(faults or [Found("Telegram settings", True, way_in)]),
            *await check_telegram(bot, address=None if faults else address),
        ]


def _revealed(secret: SecretStr | None) -> str | None:
    return None if secret is None else secret.get_secret_value()


def _stores(settings: Settings, master_keys: Callable[[], MasterKeys]) -> list[Found]:
    masters = _masters(master_keys)
    keys = masters if isinstance(masters, MasterKeys) else None
    return [Found("Master keys", keys is not None, _said_of(masters)), *_database(settings, keys)]


def _masters(master_keys: Callable[[], MasterKeys]) -> MasterKeys | str:
    try:
        masters = master_keys()
    except MasterKeyProblem as problem:
        return str(problem)
    return (
        "these are the demo’s, which protect nothing. Make real ones: waymark keys new" if masters.is_demo else masters
    )


def _said_of(masters: MasterKeys | str) -> str:
    return masters if isinstance(masters, str) else f"{len(masters)} found; in use is {masters.in_use.id}"


def _database(settings: Settings, masters: MasterKeys | None) -> list[Found]:
    if settings.database_url is None and not settings.shared_file.exists():
        return [Found("Database", True, f"SQLite; the folder {settings.data_dir} will be made at the first start")]
    database = SharedDatabase(settings.shared_url)
    try:
        with database.engine.connect() as connection:
            missing = pending(connection)
            privileged = None if database.is_sqlite else refuse_privileged_role(connection)
            still = not missing and stands_still(connection)
        kind = "SQLite" if database.is_sqlite else "PostgreSQL"
        return [
            Found("Database", privileged is None, privileged or f"{kind} answers"),
            Found("Migrations", not missing, f"{len(missing)} missing: waymark migrate" if missing else "all applied"),
            *([_key_store(settings, database, masters)] if masters is not None and not missing else []),
            *([Found("Restored", False, "nothing is sent yet: waymark resume")] if still else []),
        ]
    except Exception as error:
        return [
            Found("Database", False, f"does not answer ({type(error).__name__}). Is the address right, is it running?")
        ]
    finally:
        database.engine.dispose()
        database.threads.shutdown()


def _key_store(settings: Settings, database: SharedDatabase, masters: MasterKeys) -> Found:
    if database.is_sqlite and not settings.key_store.exists():
        return Found("Wrapped keys", False, f"{settings.key_store} is missing: restore it from its own backup")
    try:
        store = (
            KeyStore.in_file(settings.key_store, masters)
            if database.is_sqlite
            else KeyStore.in_postgres(database.engine, masters)
        )
    except MasterKeyProblem as problem:
        return Found("Wrapped keys", False, str(problem))
    store.close()
    return Found("Wrapped keys", True, "open with the master keys")
