#!/bin/sh
# pandoc 2.17.1.1 (Debian 12: pandoc 2.17.1.1-2~deb12u1): a table's head that
# pandoc wrote into an OpenDocument text is gone when pandoc reads that text.
# The words are in the document (content.xml); the reader makes a head of empty
# cells, and the plain text has a table without one, with no warning. So HTML
# to .odt to text, by one program, loses words of an article.
#
# Input: an HTML table with the head Quay, Tons and one row North, 91.
# Expected: Quay and Tons in the text, as from the HTML directly
# Observed: the row alone
#
# Needs: apt-get (Debian 12), unzip. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 \
	libyaml-0-2=0.2.5-1 liblua5.3-0=5.3.6-2 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'liblua5.3.so.0' | head -n 1)")
export LD_LIBRARY_PATH
pandoc() { root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data "$@"; }

cat >table.html <<'HTML'
<table>
<tr><th>Quay</th><th>Tons</th></tr>
<tr><td>North</td><td>91</td></tr>
</table>
HTML
pandoc table.html -o table.odt
echo 'From HTML:'
pandoc -t plain table.html | tee direct
echo 'From the .odt:'
pandoc -t plain table.odt 2>warnings | tee again
grep -q Quay direct
unzip -p table.odt content.xml | grep -q Quay
grep -q North again
! grep -q Quay again
[ ! -s warnings ]
