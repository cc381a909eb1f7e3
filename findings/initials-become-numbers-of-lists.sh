#!/bin/sh
# Text::Autoformat 1.75 (Debian 12: libtext-autoformat-perl 1.750000-2), Discount
# 2.2.7 (discount 2.2.7-2) and txt2html 3.0 (txt2html 1:3.0-1): the initial of a name
# at the start of a line is the letter of a list to them. The first counts on from
# it, so that after J. Cole M. Dean becomes K. Dean, another person, in plain text.
# The others leave the initials out: HTML has a list of Lee and Pell, which a browser
# shows as a. and b. or 1. and 2. Signatures and lists of names are set so. The
# manual of the first says that numbers of lists are checked, and letters as well;
# the other two have letters for lists, and none speaks of names. pandoc wants two
# spaces after a capital for this reason.
#
# Input: J. Cole left. / (an empty line) / M. Dean came.
#        A. Lee left. / B. Pell came. (for Discount and txt2html)
# Expected: the same names    Observed: K. Dean; Lee and Pell without an initial
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libtext-autoformat-perl=1.750000-2 libtext-reform-perl=1.20-5 \
	discount=2.2.7-2 libmarkdown2=2.2.7-2 txt2html=1:3.0-1 \
	libyaml-syck-perl=1.34-2+deb12u3 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
PERL5LIB=root/usr/share/perl5:$(echo root/usr/lib/*/perl5/5.36)
export PERL5LIB

first=$(printf 'J. Cole left.\n\nM. Dean came.\n' |
	perl -MText::Autoformat -e 'autoformat({ all => 1 })' | sed '/^$/d')
printf 'A. Lee left.\nB. Pell came.\n' >names
second=$(LD_LIBRARY_PATH=$(dirname "$(find root -name 'libmarkdown.so.2')") \
	root/usr/bin/markdown names | tr -d '\n')
third=$(perl -MHTML::TextToHTML -e 'undef $/;
	print HTML::TextToHTML->new->process_chunk(<>)' names | tr -s ' \n' ' ')
printf '%s\n' "$first" "$second" "$third"
[ "$first" = 'J. Cole left.
K. Dean came.' ]
[ "$second" = '<ol type="a"><li>Lee left.</li><li>Pell came.</li></ol>' ]
[ "$third" = '<ol> <li>Lee left. </li><li>Pell came.</li></ol> ' ]
