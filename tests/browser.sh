#!/bin/sh
# The console's own test drives a real Chromium: fetch Debian's where that can be done, say so in one line where not.
command -v chromium >/dev/null && command -v chromedriver >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium chromium-driver >/dev/null 2>&1 && exit 0
fi
echo "No Chromium here, so the console's browser test is left out; to have it: apt-get install chromium chromium-driver"
