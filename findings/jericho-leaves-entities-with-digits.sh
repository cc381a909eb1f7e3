#!/bin/sh
# Jericho HTML Parser 3.2 (Debian 12: libjericho-html-java 3.2-2): references
# whose name has a digit, &frac12; &frac14; &frac34; &sup1; &sup2; &sup3; and
# &there4;, are not decoded, neither by CharacterReference nor in the text that
# TextExtractor gives: 1&frac12; miles stay so, in a text that has no other
# markup. All seven are in HTML 4 and in the package's own table, and its encode()
# writes them, so that it does not read what it wrote. The same signs by their
# numbers, and &copy;, are decoded.
#
# Input:    <p>It is 1&frac12; miles and 5 m&sup2;, &copy; 2&#189;</p>
# Expected: It is 1½ miles and 5 m², © 2½
# Observed: It is 1&frac12; miles and 5 m&sup2;, © 2½
#
# Needs: apt-get (Debian 12), java and javac of a JDK 11 or newer. Exit status: 0
# as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libjericho-html-java=3.2-2 >log 2>&1 || { cat log; exit 2; }
dpkg -x libjericho-html-java_*.deb root

cat >Read.java <<'JAVA'
import java.io.PrintStream;
import net.htmlparser.jericho.*;

public class Read {
	public static void main(String[] args) throws Exception {
		PrintStream out = new PrintStream(System.out, true, "UTF-8");
		String html = "<p>It is 1&frac12; miles and 5 m&sup2;, &copy; 2&#189;</p>";
		out.println(new TextExtractor(new Source(html)));
		String encoded = CharacterReference.encode("1\u00bd");
		out.println(encoded + " " + CharacterReference.decode(encoded));
		out.println(CharacterEntityReference.getCodePointFromName("frac12"));
	}
}
JAVA
seen=$(java -cp root/usr/share/java/jericho-html.jar Read.java)
echo "$seen"
[ "$seen" = 'It is 1&frac12; miles and 5 m&sup2;, © 2½
1&frac12; 1&frac12;
189' ]
