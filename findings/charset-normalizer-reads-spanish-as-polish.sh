#!/bin/sh
# charset-normalizer 3.0.1 (Debian 12: python3-charset-normalizer 3.0.1-2): Spanish
# in Windows-1252 is read as Windows-1250, so that ñ is ń and the owner (dueña)
# and the year (año) are words of no language. Finnish is read in a charset of
# printers of 1980, HP Roman-8, with ð for each ä. Both are the best of what
# from_bytes() found.
#
# Input: the sentences below in Windows-1252
# Expected: cp1252    Observed: cp1250, "dueńa"; hp_roman8, "enðð"
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-charset-normalizer=3.0.1-2 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
from charset_normalizer import from_bytes

for text in (
    "La dueña del barco dijo que no podía pagar la reparación. Según "
    "ella, el año próximo no habrá viajes a la isla.",
    "Lautta saareen ei enää kulje syksyllä. Omistaja sanoi, ettei hän "
    "pysty maksamaan laivan korjausta, ja kylän väki odottaa yhä.",
):
    best = from_bytes(text.encode("cp1252")).best()
    print(best.encoding, str(best)[:30])
PY
seen=$(PYTHONIOENCODING=utf-8 PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'cp1250 La dueńa del barco dijo que no
hp_roman8 Lautta saareen ei enðð kulje s' ]
