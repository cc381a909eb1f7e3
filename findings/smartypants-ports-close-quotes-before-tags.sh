#!/bin/sh
# RubyPants 0.7.1 (Debian 12: ruby-rubypants 0.7.1-1) and Text::Typography 0.01
# (libtext-typography-perl 0.01-5), ports of SmartyPants: a double quotation mark
# after a space and before a tag becomes a closing one, so that a play's name in
# italics has two of them. Before a letter the mark opens. SmartyPants itself
# (Debian: python3-smartypants 2.0.0-3, a port to Python) opens both.
#
# Input: the play "<i>Storm</i>" is "new"
# Expected: the play &#8220;<i>Storm</i>&#8221; is &#8220;new&#8221;
# Observed: the play &#8221;<i>Storm</i>&#8221; is &#8220;new&#8221;
#
# Needs: apt-get (Debian 12), ruby, perl, python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-rubypants=0.7.1-1 libtext-typography-perl=0.01-5 \
	python3-smartypants=2.0.0-3 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

echo 'the play "<i>Storm</i>" is "new"' >text
ruby=$(ruby -Iroot/usr/share/rubygems-integration/all/gems/rubypants-0.7.1/lib \
	-Iroot/usr/lib/ruby/vendor_ruby -rrubypants \
	-e 'puts RubyPants.new(File.read("text")).to_html')
perl=$(perl -Iroot/usr/share/perl5 -MText::Typography=typography \
	-e 'print typography(<>)' text)
python=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -c '
import smartypants
print(smartypants.smartypants(open("text").read()))')
printf '%s\n' "RubyPants: $ruby" "Text::Typography: $perl" "Python: $python"
rest='<i>Storm</i>&#8221; is &#8220;new&#8221;'
[ "$ruby" = "the play &#8221;$rest" ]
[ "$perl" = "the play &#8221;$rest" ]
[ "$python" = "the play &#8220;$rest" ]
