#!/bin/sh
# HTML::Strip 2.10 (Debian 12: libhtml-strip-perl 2.10-2+b3): a comment with two
# hyphens in it, as an editor's note "the pier -- sold", is not at its end for the
# module when HTML has it closed, and the rest of the page is gone, without a
# message. HTML (13.1.6) lets a comment have them. A < of a sentence, "5 < 6", which
# HTML has as text, begins a tag, in which an apostrophe opens a quotation: the next
# paragraphs are gone up to an apostrophe and a >, or to the end. The manual has
# pairs of double dashes for a > that does not end a comment, and calls a tag what
# starts with < and ends with >; it speaks of no text that is lost with them.
#
# Input: <p>One</p><!-- the pier -- sold --><p>Two</p><p>Three</p>
#        <p>It was 5 < 6, so it's true.</p><p>Two</p><p>Three</p>
# Expected: One Two Three; It was 5 < 6, so it's true. Two Three
# Observed: One; It was 5
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libhtml-strip-perl=2.10-2+b3 >log 2>&1 || { cat log; exit 2; }
dpkg -x libhtml-strip-perl_*.deb root

cat >read.pl <<'PERL'
use HTML::Strip;

for my $page (
    "<p>One</p><!-- the pier -- sold --><p>Two</p><p>Three</p>",
    "<p>One</p><!-- the pier - sold --><p>Two</p><p>Three</p>",
    "<p>It was 5 < 6, so it's true.</p><p>Two</p><p>Three</p>",
    "<p>It was 5, so it's true.</p><p>Two</p><p>Three</p>",
) {
    my $text = HTML::Strip->new->parse($page);
    $text =~ s/ *$//;
    print "$text\n";
}
PERL
lib=$(find root -path '*/HTML/Strip.pm')
seen=$(perl -I"${lib%/HTML/Strip.pm}" read.pl)
echo "$seen"
[ "$seen" = "One
One Two Three
It was 5
It was 5, so it's true. Two Three" ]
