#!/bin/sh
# opencsv 5.2 (Debian 12: libopencsv-java 5.2-1): CSVWriter writes a backslash as it
# is, as RFC 4180 has it, and CSVReader, as both are by default, takes it for an
# escape: of C:\new\text the signs are gone, and a field that ends with one (\o/ in
# quotes, a path) takes the rest of the file with it, or ends the reading with an
# error at a row that has no fault. The escape of the writer is the quotation mark
# and that of the reader the backslash. Other readers read the file right.
# RFC4180ParserBuilder, of the same package, is for such files; the two classes are
# those with which its guide begins.
#
# Input: two rows by CSVWriter: 1, C:\new\text and 2, C:\
# Expected: the same by CSVReader
# Observed: C:newtext; "Unterminated quoted field" for the second
#
# Needs: apt-get (Debian 12), python3, java and javac of a JDK 11 or newer. Exit
# status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libopencsv-java=5.2-1 libcommons-lang3-java=3.12.0-2+deb12u1 \
	libcommons-text-java=1.10.0-1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
jars=root/usr/share/java

cat >Both.java <<'JAVA'
import com.opencsv.*;
import java.io.*;

public class Both {
	public static void main(String[] args) throws Exception {
		try (CSVWriter writer = new CSVWriter(new FileWriter("rows.csv"))) {
			writer.writeNext(new String[] {"1", "C:\\new\\text"});
			writer.writeNext(new String[] {"2", "C:\\"});
		}
		CSVReader reader = new CSVReader(new FileReader("rows.csv"));
		System.out.println(String.join(" ", reader.readNext()));
		try {
			System.out.println(String.join(" ", reader.readNext()));
		} catch (IOException error) {
			System.out.println(error.getMessage().split("\\.")[0]);
		}
	}
}
JAVA
seen=$(java -cp "$jars/opencsv.jar:$jars/commons-lang3.jar:$jars/commons-text.jar" \
	Both.java)
other=$(python3 -c 'import csv
for row in csv.reader(open("rows.csv")): print(*row)')
printf '%s\n' "$seen" "$other"
[ "$seen" = '1 C:newtext
Unterminated quoted field at end of CSV line' ]
[ "$other" = '1 C:\new\text
2 C:\' ]
