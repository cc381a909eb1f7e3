#!/bin/sh
# bibutils 7.2 (Debian 12: bibutils, libbibutils8 7.2-2): of an article whose second
# author is an organisation, in braces as BibTeX has it, xml2ris and xml2end write the
# people first and the organisation last. Whoever led the work stands behind all who
# helped: the first author, by whom a work is cited and found, is another one. The
# MODS in between and xml2bib have them as they were. BibTeX's "and others", for et
# al., becomes a person of that name in all of them. Nothing is printed but the count.
#
# Input: author = {{Harbour Press Agency} and Lee, Ann and others}
# Expected: Harbour Press Agency; Lee, Ann; et al.
# Observed: AU Lee, Ann; AU Harbour Press Agency; AU others
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download bibutils=7.2-2 libbibutils8=7.2-2 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/root" -name 'libbibutils.so.8' |
	head -n 1)")
export LD_LIBRARY_PATH

cat >a.bib <<'BIB'
@article{pier, author = {{Harbour Press Agency} and Lee, Ann and others},
	title = {The pier}, journal = {Quay}, year = 2024}
BIB
root/usr/bin/bib2xml a.bib >a.xml 2>log
grep -o 'Harbour Press Agency\|>Lee\|others' a.xml | tee mods
root/usr/bin/xml2ris a.xml 2>log | grep AU | tee ris
root/usr/bin/xml2end a.xml 2>log | grep %A | tee end
[ "$(cat mods)" = 'Harbour Press Agency
>Lee
others' ]
[ "$(cat ris)" = 'AU  - Lee, Ann
AU  - Harbour Press Agency
AU  - others' ]
[ "$(cat end)" = '%A Lee, Ann
%A Harbour Press Agency
%A others' ]
