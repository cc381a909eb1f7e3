#!/bin/sh
# feedparser 6.0.10 (Debian 12: python3-feedparser 6.0.10-1): of an RSS author,
# "address (name)" by the specification, the last part of the host may have four
# letters only. Of a longer one (.example, .london, .media) the address is cut
# after four, and what is left of it becomes the start of the name, without its
# first letters. .org is read as it should be. The manual describes
# author_detail as the name and the address.
#
# Input: <author>ann@quay.london (Ann Lee)</author>
# Expected: Ann Lee, ann@quay.london    Observed: on (Ann Lee, ann@quay.lond
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-feedparser=6.0.10-1 python3-sgmllib3k=1.0.0-4 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
import feedparser

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title>
<item><author>ann@quay.{} (Ann Lee)</author></item></channel></rss>"""
for domain in ("org", "london"):
    author = feedparser.parse(FEED.format(domain)).entries[0].author_detail
    print(f"{author.name}, {author.email}")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'Ann Lee, ann@quay.org
on (Ann Lee, ann@quay.lond' ]
