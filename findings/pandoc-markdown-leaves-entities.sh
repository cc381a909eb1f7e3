#!/bin/sh
# pandoc 2.17.1.1 (Debian 12: pandoc 2.17.1.1-2~deb12u1): its Markdown writers
# do not escape the text of an entity. A page that says "write &copy; for the
# sign" becomes Markdown that says the sign; read again, even by pandoc, the
# words are others. Stars of such a text the same writer does escape.
#
# Input (HTML): write &amp;copy; and &amp;amp; here
# Expected, after HTML -> gfm -> plain: write &copy; and &amp; here
# Observed: write © and & here
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download pandoc=2.17.1.1-2~deb12u1 \
	pandoc-data=2.17.1.1-2~deb12u1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

pandoc() {
	root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data "$@"
}

page='<p>write &amp;copy; and &amp;amp; here, *not* that</p>'
for format in gfm commonmark markdown_strict; do
	echo "$page" | pandoc -f html -t "$format" >page.md
	echo "$format: $(cat page.md)"
	seen=$(pandoc -f "$format" -t plain page.md)
	echo "  read again: $seen"
	[ "$seen" = 'write © and & here, *not* that' ]
done
direct=$(echo "$page" | pandoc -f html -t plain)
echo "HTML -> plain: $direct"
[ "$direct" = 'write &copy; and &amp; here, *not* that' ]
