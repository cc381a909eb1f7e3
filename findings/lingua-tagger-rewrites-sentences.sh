#!/bin/sh
# Lingua::EN::Tagger 0.31 (Debian 12: liblingua-en-tagger-perl 0.31-3):
# get_sentences(), "sentences (without POS tags) from a text" by its manual, gives
# other sentences than the text has: they are put together from the tagger's
# tokens. A < is gone, so that "5 < 6" is "5 6", as its token is taken for a mark of
# the tagger's own; quotation marks are `` and '' as in a treebank, with the spaces
# moved, and a contraction is two words, ca n't. get_readable() writes
# <sym><</sym> for the sign among words with their tags after a slash.
#
# Input: It was 5 < 6. / "Go," she said. / He can't.
# Expected: the same
# Observed: It was 5 6. / ``Go, '' she said. / He ca n't.
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download liblingua-en-tagger-perl=0.31-3 liblingua-stem-perl=2.31-1 \
	libmemoize-expirelru-perl=0.56-3 libhtml-parser-perl=3.81-1+deb12u1 \
	libhtml-tagset-perl=3.20-6 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PERL'
use Lingua::EN::Tagger;

my $tagger = Lingua::EN::Tagger->new;
for my $text ('It was 5 < 6.', '"Go," she said.', "He can't.", "He left.") {
    print "@{$tagger->get_sentences($text)}\n";
}
PERL
lib=$(find root -path '*/HTML/Parser.pm')
seen=$(perl -Iroot/usr/share/perl5 -I"${lib%/HTML/Parser.pm}" read.pl)
echo "$seen"
[ "$seen" = "It was 5 6.
\`\`Go, '' she said.
He ca n't.
He left." ]
