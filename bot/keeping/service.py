"""`waymark service`: a systemd unit for this installation, that lets the bot do what it needs and no more."""

from pathlib import Path

from bot.settings import Settings

ENVIRONMENT_FILE = "/etc/waymark.env"
"""Where the settings of the service are, each in a line as NAME=value, readable by root alone."""
HOMES = (Path("/home"), Path("/root"), Path("/run/user"))

UNIT = """\
# Put this into /etc/systemd/system/waymark.service, and the settings into {environment}
# (NAME=value, a line each; owned by root, mode 600; the folders below need not be in it). Then:
#     install -d -o {user} -m 700 {writes}
#     systemctl daemon-reload && systemctl enable --now waymark
[Unit]
Description=Waymark, an assistant for leadership development programmes
Wants=network-online.target
After=network-online.target{database}

[Service]
Type=exec
User={user}
{here}EnvironmentFile={environment}
ExecStart={command}
WorkingDirectory={folder}
Restart=on-failure
RestartSec=5
# It ends with 2 where a setting is wrong: starting it again would not help.
RestartPreventExitStatus=2
TimeoutStopSec=90
UMask=0077
LimitCORE=0

ReadWritePaths={writes}
ProtectSystem=strict
ProtectHome={homes}
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
"""


def unit_file(settings: Settings, *, user: str, interpreter: Path) -> str:
    """The unit that runs the Waymark of this Python over this installation's data."""
    data, keys = settings.data_dir.absolute(), settings.keys_file.absolute()
    script = interpreter.with_name("waymark")
    command = [str(script)] if script.exists() else [str(interpreter), "-m", "bot"]
    here = {"WAYMARK_DATA_DIR": data}
    if settings.master_keys_file is not None:
        here["WAYMARK_MASTER_KEYS_FILE"] = keys
    in_homes = any(path.is_relative_to(home) for path in (data, keys, script) for home in HOMES)
    return UNIT.format(
        environment=ENVIRONMENT_FILE,
        database=" postgresql.service" if settings.database_url is not None else "",
        user=user,
        here="".join(f"Environment={_quoted(f'{name}={path}')}\n" for name, path in here.items()),
        command=" ".join(_quoted(word).replace("$", "$$") for word in [*command, "run"]),
        folder=_escaped(str(data)),
        writes=_quoted(str(data)),
        homes="read-only" if in_homes else "yes",
    )


def _escaped(words: str) -> str:
    """As systemd reads a setting: a percent sign begins a specifier."""
    return words.replace("%", "%%")


def _quoted(words: str) -> str:
    escaped = _escaped(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if " " in escaped or escaped != words else escaped
