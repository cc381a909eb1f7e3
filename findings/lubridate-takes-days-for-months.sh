#!/bin/sh
# lubridate 1.9.2 for R (Debian 12: r-cran-lubridate 1.9.2+dfsg-1): mdy() and dmy() of
# a date with two days, as events have it, pass over the month's name and take the
# days for a month and a day: "May 6-7, 2024" is 7 June, "May 10-12" 12 October, "1
# and 2 May" is 1 February and "Oct. 7-Nov. 9" 9 July. Where the numbers make no date,
# as "June 29-30", it is NA, so that of a column of events some are lost and others in
# other months. Both functions are named for the order in which month and day are. The
# manual says that any separators are passed over, and has no such date.
#
# Input: mdy("May 6-7, 2024")    Expected: 2024-05-06, or NA
# Observed: 2024-06-07
#
# Needs: apt-get (Debian 12), the libraries of r-base-core (apt-get install
# r-base-core). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download r-base-core=4.2.2.20221110-2 r-cran-lubridate=1.9.2+dfsg-1 \
	r-cran-generics=0.1.3-1 r-cran-timechange=0.2.0-1 libblas3=3.11.0-2 \
	liblapack3=3.11.0-2 libgfortran5=12.2.0-14+deb12u1 \
	libtirpc3=1.3.3+ds-1 libicu72=72.1-3+deb12u1 >log 2>&1 ||
	{ cat log; exit 2; }
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
suppressPackageStartupMessages(library(lubridate))
american <- c("May 6, 2024", "May 6-7, 2024", "May 10-12, 2024",
              "June 29-30, 2024", "Oct. 7-Nov. 9, 2024")
british <- c("6 May 2024", "1 and 2 May 2024", "6-7 May 2024")
cat(paste(american, format(mdy(american, quiet = TRUE)), sep = ": "),
    paste(british, format(dmy(british, quiet = TRUE)), sep = ": "), sep = "\n")
R
seen=$(TZ=UTC LC_ALL=C EDITOR=true "$R_HOME/bin/exec/R" --no-echo --no-save \
	-f read.R 2>log) || cat log
echo "$seen"
[ "$seen" = 'May 6, 2024: 2024-05-06
May 6-7, 2024: 2024-06-07
May 10-12, 2024: 2024-10-12
June 29-30, 2024: NA
Oct. 7-Nov. 9, 2024: 2024-07-09
6 May 2024: 2024-05-06
1 and 2 May 2024: 2024-02-01
6-7 May 2024: 2024-07-06' ]
