#!/bin/sh
# Babel 2.10.3 (Debian 12: python3-babel 2.10.3-1): parse_time() heeds PM where
# the locale's own form has it, as en_US: in en_GB 3:30 pm is half past three in
# the morning, though the text says pm. In en_US the pm of "3:30 p.m." is not
# seen, and 12:30 AM, after midnight, is noon. Nothing is raised for these. The
# manual says that the time is parsed by the order of its parts in the locale.
#
# Input: 3:30 pm (en_GB), 3:30 p.m. and 12:30 AM (en_US)
# Expected: 15:30, 15:30, 00:30 (or an error)
# Observed: 03:30, 03:30, 12:30; 3:30 pm in en_US: 15:30
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-babel=2.10.3-1 python-babel-localedata=2.10.3-1 \
	python3-tz=2022.7.1-4 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
from babel.dates import parse_time

for text, locale in (("3:30 pm", "en_GB"), ("3:30 p.m.", "en_US"),
                     ("12:30 AM", "en_US"), ("3:30 pm", "en_US")):
    print(f"{text} ({locale}): {parse_time(text, locale=locale)}")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = '3:30 pm (en_GB): 03:30:00
3:30 p.m. (en_US): 03:30:00
12:30 AM (en_US): 12:30:00
3:30 pm (en_US): 15:30:00' ]
