#!/bin/sh
# XML::Mini 1.38 (Debian 12: libxml-mini-perl 1.38-5): the name of an empty element
# without a space before its slash loses its last letter: <br/> is <b />, <hr/>
# <h />. A name of one letter has none left, and then the rest of the parent is not
# read: after <p/> all paragraphs of the article are gone, from the tree and from
# what toString() writes, without a message. With a space (<br />) or an attribute
# it is read as it should be. XML 1.0 (section 3.1) has the space as optional. The
# manual's caveats are about elements within others of the same name.
#
# Input:    <r><p>Sold.</p><br/><p>Shut.</p></r>    <r><p>Sold.</p><p/><p>Shut.</p></r>
# Expected: the same, but for white space
# Observed: <r><p>Sold.</p><b /><p>Shut.</p></r>    <r><p>Sold.</p></r>
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libxml-mini-perl=1.38-5 >log 2>&1 || { cat log; exit 2; }
dpkg -x libxml-mini-perl_*.deb root

cat >read.pl <<'PERL'
use XML::Mini::Document;

for my $empty ("<br/>", "<p/>", "<p />") {
	my $document = XML::Mini::Document->new;
	$document->parse("<r><p>Sold.</p>$empty<p>Shut.</p></r>");
	my $text = $document->toString;
	$text =~ s/\n\s*//g;
	print "$text\n";
}
PERL
seen=$(perl -Iroot/usr/share/perl5 read.pl)
echo "$seen"
[ "$seen" = '<r><p>Sold.</p><b /><p>Shut.</p></r>
<r><p>Sold.</p></r>
<r><p>Sold.</p><p /><p>Shut.</p></r>' ]
