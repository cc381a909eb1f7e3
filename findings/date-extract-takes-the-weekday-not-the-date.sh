#!/bin/sh
# Date::Extract 0.07 (Debian 12: libdate-extract-perl 0.07-1, with
# libdatetime-format-natural-perl 1.16-1): "By design it will produce few false
# positives", says the manual. A weekday before a date is taken for a date of its
# own, the nearest such day to today, and of two dates the first counts; so are the
# words sat, wed and sun. "Sunday, 5 May 2024" is a day of this or next week. The
# date alone is read well.
#
# Input: On 5 May 2024. / On Sunday, 5 May 2024. / They were wed on 5 May 2024.
# Expected: 2024-05-05 for each
# Observed: 2024-05-05, and two days less than eight from today
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libdate-extract-perl=0.07-1 \
	libdatetime-format-natural-perl=1.16-1 libb-hooks-endofscope-perl \
	libboolean-perl libclass-data-inheritable-perl libclass-inspector-perl \
	libclass-singleton-perl libclass-xsaccessor-perl libclone-perl \
	libdatetime-hires-perl libdatetime-locale-perl libdatetime-perl \
	libdatetime-timezone-perl libdevel-stacktrace-perl libeval-closure-perl \
	libexception-class-perl libexporter-tiny-perl libfile-sharedir-perl \
	liblist-moreutils-perl liblist-moreutils-xs-perl \
	libmodule-implementation-perl libmodule-runtime-perl libmro-compat-perl \
	libnamespace-autoclean-perl libnamespace-clean-perl libpackage-stash-perl \
	libpackage-stash-xs-perl libparams-util-perl libparams-validate-perl \
	libparams-validationcompiler-perl librole-tiny-perl libspecio-perl \
	libsub-exporter-progressive-perl libsub-identify-perl \
	libsub-quote-perl libtry-tiny-perl libvariable-magic-perl \
	libxstring-perl >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PERL'
use Date::Extract;

my $parser = Date::Extract->new(time_zone => "UTC");
my $today = DateTime->today(time_zone => "UTC");
for ("On 5 May 2024.", "On Sunday, 5 May 2024.",
	"They were wed on 5 May 2024.") {
	my $date = $parser->extract($_);
	my $days = abs($date->delta_days($today)->in_units("days"));
	print "$_ ", $days < 8 ? $date->day_name : $date->ymd, "\n";
}
PERL
arch=$(echo root/usr/lib/*/perl5/*)
seen=$(perl -Iroot/usr/share/perl5 -I"$arch" read.pl)
echo "$seen"
[ "$seen" = 'On 5 May 2024. 2024-05-05
On Sunday, 5 May 2024. Sunday
They were wed on 5 May 2024. Wednesday' ]
