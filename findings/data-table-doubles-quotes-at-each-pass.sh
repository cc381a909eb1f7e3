#!/bin/sh
# data.table 1.14.8 for R (Debian 12: r-cran-data.table 1.14.8+dfsg-1): fread() leaves the
# two quotation marks that a CSV file has for one (RFC 4180, section 2, item 7), so that
# each quotation of a text is in double pairs, and fwrite() of the same package writes
# each of them as two. Every time that a table is read and written its marks are twice
# as many: a headline has two, four, eight. read.csv() of R itself gives one. The manual
# says that embedded quotes are handled robustly, and shows escapes with a backslash.
#
# Input: "He said ""no"" to it"
# Expected: He said "no" to it, and the same file written
# Observed: He said ""no"" to it, and "He said """"no"""" to it" written
#
# Needs: apt-get (Debian 12), the libraries of r-base-core (apt-get install
# r-base-core). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download r-base-core=4.2.2.20221110-2 \
	r-cran-data.table=1.14.8+dfsg-1 libblas3=3.11.0-2 liblapack3=3.11.0-2 \
	libgfortran5=12.2.0-14+deb12u1 libtirpc3=1.3.3+ds-1 \
	libicu72=72.1-3+deb12u1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

R_HOME=$PWD/root/usr/lib/R
# A link into /etc, which the package's installation writes.
rm "$R_HOME/etc/Renviron"
cp "$R_HOME/etc/Renviron.ucf" "$R_HOME/etc/Renviron"
R_SHARE_DIR=$PWD/root/usr/share/R/share
R_LIBS=$R_HOME/site-library
libs=$(dirname "$(find "$PWD/root" -name 'libtirpc.so.3' | head -n 1)")
more=$(dirname "$(find "$PWD/root" -name 'libicuuc.so.72' | head -n 1)")
LD_LIBRARY_PATH=$R_HOME/lib:$libs:$more:$more/blas:$more/lapack
export R_HOME R_SHARE_DIR R_LIBS LD_LIBRARY_PATH

cat >read.R <<'R'
library(data.table)
writeLines(c("title,n", "\"He said \"\"no\"\" to it\",1", "\"So, no\",2"), "a.csv")
cat(fread("a.csv")$title, read.csv("a.csv")$title, sep = "\n")
fwrite(fread("a.csv"), "b.csv")
cat(readLines("b.csv"), sep = "\n")
R
seen=$(TZ=UTC LC_ALL=C EDITOR=true OMP_NUM_THREADS=1 "$R_HOME/bin/exec/R" \
	--no-echo --no-save -f read.R 2>log) || cat log
echo "$seen"
[ "$seen" = 'He said ""no"" to it
So, no
He said "no" to it
So, no
title,n
"He said """"no"""" to it",1
"So, no",2' ]
