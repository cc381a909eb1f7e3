#!/bin/sh
# boilerpipe 1.2.0 (Debian 12: libboilerpipe-java 1.2.0-2, with libnekohtml-java
# 1.9.22.noko2-0.1, libxerces2-java 2.12.2-1): an inline element that it does not
# know, as <cite>, <q>, <ins>, <small>, <kbd> or <time>, begins a block of its own,
# and the short pieces of such a sentence are taken for clutter. ArticleExtractor,
# for news articles, drops what is before them with them: of an article whose second
# paragraph has two the first paragraph is gone, and the words up to the second mark.
# <b>, <em>, <span> and <sub> are known, and with them all paragraphs come out.
#
# Input: four paragraphs, the second: On <time>Monday</time> she told the
#        <cite>Quay</cite> that it was over.
# Expected: all four    Observed: Quay / that it was over. / and the last two
#
# Needs: apt-get (Debian 12), java and javac of a JDK 11 or newer. Exit status: 0 as
# described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libboilerpipe-java=1.2.0-2 libnekohtml-java=1.9.22.noko2-0.1 \
	libxerces2-java=2.12.2-1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >Read.java <<'JAVA'
import de.l3s.boilerpipe.extractors.ArticleExtractor;

public class Read {
	static String paragraph(String first) {
		return "<p>" + first + " heard from the owners of the last boats that"
			+ " still sail from the old quay in the winter months.</p>";
	}
	public static void main(String[] args) throws Exception {
		String html = "<html><body>" + paragraph("The board")
			+ "<p>On <time>Monday</time> she told the <cite>Quay</cite>"
			+ " that it was over.</p>"
			+ paragraph("The town") + paragraph("The club") + "</body></html>";
		for (String page : new String[] {
				html, html.replaceAll("(time|cite)>", "em>") }) {
			String text = ArticleExtractor.INSTANCE.getText(page);
			for (String line : text.split("\n"))
				System.out.println(line.replaceAll(" heard from .*", " ..."));
			System.out.println("--");
		}
	}
}
JAVA
jars=root/usr/share/java
seen=$(java -cp $jars/boilerpipe.jar:$jars/nekohtml.jar:$jars/xercesImpl.jar \
	Read.java)
echo "$seen"
[ "$seen" = 'Quay
that it was over.
The town ...
The club ...
--
The board ...
On Monday she told the Quay that it was over.
The town ...
The club ...
--' ]
