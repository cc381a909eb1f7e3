#!/bin/sh
# Archive::Tar 2.40, which Perl 5.36 has (Debian 12: perl-modules-5.36
# 5.36.0-7+deb12u4), and minitar 0.9 for Ruby (ruby-minitar 0.9-1) pass over the
# extended headers of a pax file (POSIX.1-2001), the form that Python's tarfile
# has written by default since 3.8. A name that is not ASCII is there alone, and
# the old header has a ? for each letter: two articles of four Cyrillic letters
# have one name, and so have two whose first 100 bytes are the same. ptar -x
# writes each over the one before, without a message and with exit status 0. tar,
# bsdtar and busybox read the names. The manual warns of readers that do not know
# the headers of GNU, and not that the module is such a one for POSIX.
#
# Input: пирс.txt, море.txt and été.txt by tarfile of Python 3
# Expected: three files    Observed: two, ????.txt (the text of the second) and ?t?.txt
#
# Needs: apt-get (Debian 12), perl, python3, ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download perl-modules-5.36=5.36.0-7+deb12u4 ruby-minitar=0.9-1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

python3 - <<'PY'
import io, tarfile
with tarfile.open("corpus.tar", "w") as tar:
    for name in ("пирс.txt", "море.txt", "été.txt"):
        text = ("The text of " + name).encode()
        entry = tarfile.TarInfo(name)
        entry.size = len(text)
        tar.addfile(entry, io.BytesIO(text))
PY
mkdir by-tar by-perl
tar -C by-tar -xf corpus.tar
[ "$(ls by-tar | wc -l)" = 3 ]

cd by-perl
perl -I../root/usr/share/perl/5.36.0 -MArchive::Tar \
	-e 'Archive::Tar->new("../corpus.tar")->extract or die'
seen=$(grep -F '' *)
cd ..
names=$(ruby -Iroot/usr/lib/ruby/vendor_ruby -rarchive/tar/minitar -e '
  Archive::Tar::Minitar::Input.open("corpus.tar") do |tar|
    puts tar.map(&:full_name) - ["././@PaxHeader"]
  end')
echo "$seen"
echo "$names"
[ "$seen" = '????.txt:The text of море.txt
?t?.txt:The text of été.txt' ]
[ "$names" = '????.txt
????.txt
?t?.txt' ]
