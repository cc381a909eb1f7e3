#!/bin/sh
# XML::FeedPP 0.95 (Debian 12: libxml-feedpp-perl 0.95-1): of an Atom entry
# whose title or content is of type="xhtml" title() and description() give a
# reference to a hash of the parsed elements, so that the title of the article
# reads HASH(0x55...), another one in each run. Nothing is raised. Atom (RFC
# 4287, section 3.1.1) has this type beside text and html, which are read as
# they should be. The manual calls both the value of the element, and names a
# hash for the id of RSS only.
#
# Input: <title type="xhtml"><div ...>Pier <em>sold</em></div></title>
# Expected: Pier sold    Observed: HASH(0x55d1c3b8a7f0)
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libxml-feedpp-perl=0.95-1 libxml-treepp-perl=0.43-3 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PERL'
use XML::FeedPP;

my %titles = (
	html => '<title type="html">Pier &lt;em&gt;sold&lt;/em&gt;</title>',
	xhtml => '<title type="xhtml">' .
		'<div xmlns="http://www.w3.org/1999/xhtml">' .
		'Pier <em>sold</em></div></title>',
);
for (sort keys %titles) {
	my $feed = XML::FeedPP->new(<<"XML");
<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Quay</title><id>urn:1</id><updated>2024-05-06T10:00:00Z</updated>
<entry>$titles{$_}<id>urn:2</id><updated>2024-05-06T10:00:00Z</updated>
<link href="http://quay.example/2"/></entry></feed>
XML
	print "$_: ", ($feed->get_item)[0]->title, "\n";
}
PERL
perl -Iroot/usr/share/perl5 read.pl | tee seen
grep -qx 'html: Pier <em>sold</em>' seen
grep -qE '^xhtml: HASH\(0x[0-9a-f]+\)$' seen
