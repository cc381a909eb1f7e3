#!/bin/sh
# webvtt-py 0.4.6 (Debian 12: python3-webvtt 0.4.6-2): from_srt() takes the text
# of SubRip for WebVTT. SubRip has no escapes; in WebVTT a < begins a tag. The
# words between a < and the next > are not in the caption's text, and save()
# writes a file whose players do not show them, as the sign is not escaped. The
# other way, &amp; of a WebVTT file stays &amp; in the text. The manual calls
# text the caption's text without tags.
#
# Input: Was 5 < 6 & 7 > 3 tonnes. (.srt)       Lee &amp; Co. (.vtt)
# Expected: Was 5 < 6 & 7 > 3 tonnes.           Lee & Co.
# Observed: Was 5  3 tonnes.                    Lee &amp; Co.
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-webvtt=0.4.6-2 python3-docopt=0.6.2-4.1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >pier.srt <<'SRT'
1
00:00:01,000 --> 00:00:02,000
Was 5 < 6 & 7 > 3 tonnes.
SRT
cat >lee.vtt <<'VTT'
WEBVTT

00:01.000 --> 00:02.000
Lee &amp; Co.
VTT
cat >read.py <<'PY'
import webvtt

pier = webvtt.from_srt("pier.srt")
print(pier[0].text)
pier.save("pier.vtt")
print(open("pier.vtt").read().split("\n")[3])
print(webvtt.read("lee.vtt")[0].text)
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'Was 5  3 tonnes.
Was 5 < 6 & 7 > 3 tonnes.
Lee &amp; Co.' ]
