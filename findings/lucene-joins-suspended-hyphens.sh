#!/bin/sh
# Apache Lucene 8 (Debian 12: liblucene8-java 8.8.1-4, with jars named 8.7.0):
# HyphenatedWordsFilter, for words that were broken over two lines, joins whatever ends
# in a hyphen with what follows, in the midst of a line, too: of pre- and post-war years
# one word is preand, of a two- or three-room flat twoor, and a range whose line ended
# in its hyphen, 1914- 18, is the number 191418. No query finds "and" or "post" there.
# The javadoc has it for plain text that was extracted from documents, whose words are
# hyphenated, and shows whole words in two pieces only.
#
# Input: the pre- and post-war years of 1914- 18
# Expected: the | pre- | and | post-war | years | of | 1914-18
# Observed: the | preand | post-war | years | of | 191418
#
# Needs: apt-get (Debian 12), java and javac of a JDK 11 or newer. Exit status: 0 as
# described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download liblucene8-java=8.8.1-4 >log 2>&1 || { cat log; exit 2; }
dpkg -x liblucene8-java_*.deb root

cat >Read.java <<'JAVA'
import java.io.StringReader;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.HyphenatedWordsFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

public class Read {
	public static void main(String[] args) throws Exception {
		for (String text : new String[] {
				"the pre- and post-war years of 1914- 18",
				"a two- or three-room flat", "the old har- bour" }) {
			WhitespaceTokenizer words = new WhitespaceTokenizer();
			words.setReader(new StringReader(text));
			HyphenatedWordsFilter joined = new HyphenatedWordsFilter(words);
			CharTermAttribute word = joined.addAttribute(CharTermAttribute.class);
			StringBuilder line = new StringBuilder();
			joined.reset();
			while (joined.incrementToken())
				line.append(line.length() > 0 ? " | " : "").append(word);
			System.out.println(line);
		}
	}
}
JAVA
jars=$(find root -name 'lucene-core-8*.jar' -o -name \
	'lucene-analyzers-common-8*.jar' | tr '\n' ':')
seen=$(java -cp "$jars" Read.java)
echo "$seen"
[ "$seen" = 'the | preand | post-war | years | of | 191418
a | twoor | three-room | flat
the | old | harbour' ]
