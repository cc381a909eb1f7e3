#!/bin/sh
# w3lib 2.1.1 (Debian 12: python3-w3lib 2.1.1-1), which Scrapy cleans its texts with:
# replace_entities() takes out the references that it does not know, and it knows the
# names of HTML 4 alone. &apos; is one of the five of XML, and of HTML since HTML 5:
# we&apos;ll is well and she&apos;d is shed. So go &percnt;, &dollar; and &lpar;, and
# of AT&T; the last three characters. Feeds and XHTML have &apos; in most sentences.
# The manual says that what cannot be converted is removed, not that this is; the name
# without its semicolon stays as it is, and &#39; is right.
#
# Input: We&apos;ll see: 5&percnt; of &dollar;6, she&apos;d say, and &#39;
# Expected: We'll see: 5% of $6, she'd say, and '
# Observed: Well see: 5 of 6, shed say, and '
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-w3lib=2.1.1-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x python3-w3lib_*.deb root

cat >read.py <<'PY'
from w3lib.html import replace_entities

print(replace_entities("We&apos;ll see: 5&percnt; of &dollar;6, "
                       "she&apos;d say, and &#39;"))
print(replace_entities("The mayor&rsquo;s 1&frac12; of AT&T; lines"))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = "Well see: 5 of 6, shed say, and '
The mayor’s 1½ of AT lines" ]
