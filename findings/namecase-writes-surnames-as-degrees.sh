#!/bin/sh
# Lingua::EN::NameCase 1.21 (Debian 12: liblingua-en-namecase-perl 1.21-2): a surname
# that is also the short form of a degree or an honour is in capitals at the end of a
# name, whatever it was: ann obi is "Ann OBI", and so are Sen, Ma and Span; one that
# is a Roman numeral is in capitals anywhere (Li, Xi, Vi), and the first names Al, Di
# and Del begin small, as particles. Names that were right before are changed, too.
# The manual lists the particles, and shows "henry viii" for the numerals; the letters
# after names are in a table of the code only.
#
# Input: ann obi / Ann Ma / li lee / AL COLE / ann cole
# Expected: Ann Obi / Ann Ma / Li Lee / Al Cole / Ann Cole
# Observed: Ann OBI / Ann MA / LI Lee / al Cole / Ann Cole
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download liblingua-en-namecase-perl=1.21-2 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x liblingua-en-namecase-perl_*.deb root

seen=$(perl -Iroot/usr/share/perl5 -MLingua::EN::NameCase -e \
	'print nc($_), "\n" for @ARGV' \
	'ann obi' 'Ann Ma' 'li lee' 'AL COLE' 'ann cole')
echo "$seen"
[ "$seen" = 'Ann OBI
Ann MA
LI Lee
al Cole
Ann Cole' ]
