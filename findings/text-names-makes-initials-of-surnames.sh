#!/bin/sh
# Text::Names 0.46 (Debian 12: libtext-names-perl 0.46-2): a surname in capitals of up
# to three letters, as bylines and many lists of people have surnames, is taken for
# initials that lack their points, wherever it is: Ann LEE is "L. E. E." as a given
# name with the surname Ann, and Lee Pham NGO becomes the family Lee Pham. A number,
# III, is initials, too. The manual says that English names work best, and has none
# in capitals. COLE and DEAN, of four letters, are surnames.
#
# Input:    cleanName() of ANN LEE, Lee Pham NGO, BO COLE
# Expected: Lee, Ann / Ngo, Lee Pham / Cole, Bo (in any case of letters)
# Observed: Ann, L. E. E. / Lee Pham, N. G. O. / Cole, Bo
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libtext-names-perl=0.46-2 libtext-capitalize-perl=1.5-2 \
	libtext-levenshteinxs-perl=0.03-5+b1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
native=$(dirname "$(dirname "$(find root -name LevenshteinXS.pm)")")

cat >read.pl <<'PERL'
use Text::Names qw(cleanName parseName);

for ("ANN LEE", "Ann LEE", "Lee Pham NGO", "BO COLE", "Ann Lee") {
	my ($given, $family) = parseName($_);
	print "$_: ", cleanName($_), " ($family)\n";
}
PERL
seen=$(perl -Iroot/usr/share/perl5 -I"$native" read.pl)
echo "$seen"
[ "$seen" = 'ANN LEE: Ann, L. E. E. (ANN)
Ann LEE: Ann, L. E. E. (Ann)
Lee Pham NGO: Lee Pham, N. G. O. (Lee Pham)
BO COLE: Cole, Bo (COLE)
Ann Lee: Lee, Ann (Lee)' ]
