#!/bin/sh
# univocity-parsers 2.9.1 (Debian 12: libunivocity-parsers-java 2.9.1-1): with its
# settings as they are, a row of a CSV file that begins with # is a comment and is
# not among the rows. So it is with TSV. A table of hashtags comes out empty, of
# posts those are missing that begin with one, and a head of #id is gone, with the
# first row in its place. RFC 4180 knows no comments, and writers that follow it set
# no marks around such a field; univocity's own writer does. Nothing is thrown.
# opencsv, commons-csv and Python's csv give all rows.
#
# Input: tag,n / #pier,3 / #boats,5 / quay,1
# Expected: three rows    Observed: quay, 1
#
# Needs: apt-get (Debian 12), java and javac of a JDK 11 or newer. Exit status: 0 as
# described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libunivocity-parsers-java=2.9.1-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x libunivocity-parsers-java_*.deb root

cat >Read.java <<'JAVA'
import com.univocity.parsers.csv.*;
import com.univocity.parsers.tsv.*;
import java.io.StringReader;

public class Read {
	public static void main(String[] args) {
		CsvParserSettings csv = new CsvParserSettings();
		csv.setHeaderExtractionEnabled(true);
		String rows = "tag,n\n#pier,3\n#boats,5\nquay,1\n";
		for (String[] row : new CsvParser(csv).parseAll(new StringReader(rows)))
			System.out.println("csv " + String.join(" ", row));
		TsvParserSettings tsv = new TsvParserSettings();
		rows = rows.replace(',', '\t');
		for (String[] row : new TsvParser(tsv).parseAll(new StringReader(rows)))
			System.out.println("tsv " + String.join(" ", row));
	}
}
JAVA
seen=$(java -cp root/usr/share/java/univocity-parsers.jar Read.java)
echo "$seen"
[ "$seen" = 'csv quay 1
tsv tag n
tsv quay 1' ]
