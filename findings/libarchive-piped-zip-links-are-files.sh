#!/bin/sh
# libarchive 3.6.2 (Debian 12: libarchive13, libarchive-tools
# 3.6.2-1+deb12u5): a zip file that is read without seeking (a pipe, or
# archive_read_open() without a seek callback) has no symbolic links: each comes
# as a regular file with the link's target as its content, and every mode is
# 664 (775 for folders). The status is ARCHIVE_OK and bsdtar exits with 0, also
# for a zip file that libarchive wrote. Type and mode are kept only in the
# central directory at the end of the file. libarchive-formats(5) says that
# self-extracting and modified archives need seeking, not that plain ones do.
#
# Input: a folder with story.txt (mode 640) and a link latest.txt to it.
# Expected: the link, as from the file, or a warning
# Observed: -rw-rw-r-- latest.txt, 9 bytes long: `story.txt`
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libarchive13=3.6.2-1+deb12u5 \
	libarchive-tools=3.6.2-1+deb12u5 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libarchive.so.13' | head -n 1)")
export LD_LIBRARY_PATH="$PWD/$lib"
bsdtar=$PWD/root/usr/bin/bsdtar

mkdir news from_file from_pipe
printf 'The ferry left at noon.\n' >news/story.txt
chmod 640 news/story.txt
ln -s story.txt news/latest.txt
"$bsdtar" -cf news.zip --format=zip news
"$bsdtar" -xf news.zip -C from_file
# shellcheck disable=SC2002 # a file as standard input could seek
said=$(cat news.zip | "$bsdtar" -xf - -C from_pipe 2>&1) && status=0 ||
	status=$?

kind() { if [ -L "$1" ]; then echo link; else cat "$1"; fi; }
modes() { "$bsdtar" -tvf "$1" | cut -c 1-10 | paste -s -d ' ' -; }
# shellcheck disable=SC2002
piped=$(cat news.zip | modes -)
echo "from the file: $(modes news.zip), latest.txt: \
$(kind from_file/news/latest.txt)"
echo "from a pipe:   $piped, latest.txt: \
$(kind from_pipe/news/latest.txt)"
echo "exit status from the pipe: $status, messages: ${said:-none}"
[ "$(kind from_file/news/latest.txt)" = link ]
[ "$(kind from_pipe/news/latest.txt)" = story.txt ]
[ "$piped" = 'drwxrwxr-x -rw-rw-r-- -rw-rw-r--' ]
[ "$status" = 0 ] && [ -z "$said" ]
