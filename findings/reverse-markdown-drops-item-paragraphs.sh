#!/bin/sh
# reverse_markdown 1.4.0 (Debian 12: ruby-reverse-markdown 1.4.0-1): of a list
# item with several paragraphs only the first one comes out. The words of the
# others are lost without a warning, exit status 0, although Markdown writes
# such an item as easily as HTML does. A line break in place of the paragraphs
# keeps all words.
#
# Input: <li><p>The pier is shut.</p><p>It opens in May.</p></li>
# Expected: both sentences    Observed: - The pier is shut.
#
# Needs: apt-get (Debian 12), ruby, ruby-nokogiri. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-reverse-markdown=1.4.0-1 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x ruby-reverse-markdown_*.deb root

markdown() {
	ruby -I root/usr/lib/ruby/vendor_ruby -r reverse_markdown \
		-e 'print ReverseMarkdown.convert(ARGV[0])' "$1" |
		tr -s '\n' ' ' | sed 's/ *$//'
}

paragraphs=$(markdown \
	'<ul><li><p>The pier is shut.</p><p>It opens in May.</p></li></ul>')
lines=$(markdown '<ul><li>The pier is shut.<br>It opens in May.</li></ul>')
echo "paragraphs: $paragraphs"
echo "line break: $lines"
[ "$paragraphs" = '- The pier is shut.' ]
case $lines in *'The pier is shut.'*'It opens in May.'*) ;; *) exit 1 ;; esac
