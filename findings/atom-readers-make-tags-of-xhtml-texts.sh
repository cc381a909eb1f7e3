#!/bin/sh
# feedparser 2.6.0 (npm) and sfeed 1.7 (Debian 12: sfeed 1.7-1): Atom's
# type="xhtml" (RFC 4287, section 3.1.1.3), whose marks are elements of the feed's
# own XML, comes out as HTML with the elements written again, and the texts between
# them not: a < of a sentence, written &lt; as it must be, is a bare one, so that "5
# <6 and 7>" becomes a tag and is gone for whoever reads or shows the result. The
# text "&copy;" of a page on HTML becomes the sign. Of type="html" both give the HTML
# as it was. Neither manual names a difference; rome (Debian: librome-java 1.12.2)
# and feedsmith 3.0.1 (npm) keep &lt; there.
#
# Input: <p>It was 5 &lt;6 and 7&gt; 3; write &amp;copy;</p> in a <div> as xhtml
# Expected: the same    Observed: <p>It was 5 <6 and 7> 3; write &copy;</p>
#
# Needs: apt-get (Debian 12), node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download sfeed=1.7-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x sfeed_*.deb root
npm install --no-audit --no-fund feedparser@2.6.0 >log 2>&1 || { cat log; exit 2; }

text='<p>It was 5 &lt;6 and 7&gt; 3; write &amp;copy;</p>'
feed() {
	printf '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title>'
	printf '<id>urn:x:1</id><updated>2024-05-06T10:00:00Z</updated>'
	printf '<entry><id>urn:x:2</id><title>Pier</title>'
	printf '<updated>2024-05-06T10:00:00Z</updated>%s</entry></feed>\n' "$1"
}
div='<div xmlns="http://www.w3.org/1999/xhtml">'
feed "<content type=\"xhtml\">$div$text</div></content>" >xhtml.atom
feed "<content type=\"html\"><![CDATA[$text]]></content>" >html.atom

cat >read.cjs <<'JS'
const fs = require("fs");
const FeedParser = require("feedparser");

const parser = new FeedParser();
parser.on("readable", () => {
  for (let item; (item = parser.read()); ) console.log(item.description);
});
parser.end(fs.readFileSync(process.argv[2]));
JS
for kind in xhtml html; do
	root/usr/bin/sfeed <$kind.atom | cut -f 4
	node read.cjs $kind.atom
done | sed 's,^<div [^>]*>,,; s,</div>$,,' | tee seen
bare='<p>It was 5 <6 and 7> 3; write &copy;</p>'
[ "$(cat seen)" = "$bare
$bare
$text
$text" ]
