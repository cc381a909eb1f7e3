#!/bin/sh
# What The Patch!? 1.0.4 (Debian 12: python3-whatthepatch 1.0.4-1): a line that was
# taken out and begins with two hyphens, as bylines and signatures do, is "--- " in a
# unified diff. With a colon, a tab or two spaces in it, too, it is read as the head of
# the next file, though the hunk's own numbers say that it is a line of it: the rest
# of the patch is lost, and apply_diff() gives a text that is neither the old nor the
# new one, without an error. The other way, the head of a file without a time ("---
# a/two.txt", as patches by many programs have it) begins no file: it is a change of the
# first one, as are all that follow. The package's only purpose is to read patches;
# unidiff 0.7.3 (python3-unidiff 0.7.3-1) and GNU patch read these right.
#
# Input: -The pier is sold. / --- Ann Lee: a report / +The pier is shut. (one hunk)
# Expected: three changes    Observed: one; the first line is gone, none is added
#
# Needs: apt-get (Debian 12), python3, diff. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-whatthepatch=1.0.4-1 python3-unidiff=0.7.3-1 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

printf 'The pier is sold.\n-- Ann Lee: a report\nIt rained.\n' >old.txt
printf 'The pier is shut.\nIt rained.\n' >new.txt
diff -u old.txt new.txt >story.diff || true
for name in one two; do
	printf -- '--- a/%s.txt\n+++ b/%s.txt\n' $name $name
	printf '@@ -1 +1 @@\n-Sold.\n+Shut.\n'
done >both.diff

cat >read.py <<'PY'
import unidiff
import whatthepatch

story = open("story.diff").read()
patch = list(whatthepatch.parse_patch(story))[0]
print([change.line for change in patch.changes])
print(whatthepatch.apply_diff(patch, open("old.txt").read()))
print([str(line)[:-1] for line in unidiff.PatchSet(story)[0][0]])
both = open("both.diff").read()
for patch in whatthepatch.parse_patch(both):
    print(patch.header.new_path, [change.line for change in patch.changes])
print([patch.path for patch in unidiff.PatchSet(both)])
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages python3 read.py)
echo "$seen"
[ "$seen" = "['The pier is sold.']
['-- Ann Lee: a report', 'It rained.']
['-The pier is sold.', '--- Ann Lee: a report', '+The pier is shut.', ' It rained.']
one.txt ['Sold.', 'Shut.', '-- a/two.txt', '++ b/two.txt', 'Sold.', 'Shut.']
['one.txt', 'two.txt']" ]
