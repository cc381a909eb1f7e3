#!/bin/sh
# tar and zip: folders of articles in a file.
. "${0%/*}/lib"

for tool in tar zip unzip; do
	command -v $tool >/dev/null || {
		skip archives "no $tool(1)"
		finish
		exit
	}
done
mkdir -p d/a d/b
text 'He  said "so".\n' >d/a/1.txt
text 'He said so.\n' >d/a/2.txt
text '{"text": "He  said."}\n' >d/b/3.jsonl
text '\0\001\002\003\004\005\006\007\0\001\002\003 "x"  y' >d/b/4.bin
text 'T\0h\0e\0 \0 \0d\0a\0y\0.\0\n\0' >d/b/5.txt
text '<!DOCTYPE html>\n<html><body class="a">  x</body></html>\n' >d/b/6.txt
text 'He  said.\n' >d/b/.hidden.txt
text 'He  said.\n' >'d/b/naïve.txt'
ln -s ../a/1.txt d/b/7.txt
text 'He  said.\n' | gzip -nc >d/b/8.txt.gz
cp -r d wanted
text 'He said “so”.\n' >wanted/a/1.txt
text '{"text": "He said."}\n' >wanted/b/3.jsonl
text 'The day.\n' >wanted/b/5.txt
text 'He said.\n' >'wanted/b/naïve.txt'
(cd d && tar --sort=name -cf ../x.tar . && zip -qry ../x.zip .)

# same_folder NAME FOLDER
same_folder() {
	if diff -r --no-dereference wanted "$2" >differs; then
		pass "$1"
	else
		fail "$1" "$(head -n 5 differs)"
	fi
}

for form in tar tar.zst tar.gz tgz; do
	run -o y.$form x.tar
	status "$form: exit (a page is refused)" 2
	mkdir out-$form
	case $form in
	tar.zst) command -v zstd >/dev/null || continue ;;
	esac
	tar -xf y.$form -C out-$form
	same_folder "$form: texts are clean, the rest as it was" out-$form
	run -o z.$form x.tar
	cmp -s y.$form z.$form
	is "$form: the same bytes again" 0 $?
	run -o z.$form y.$form
	cmp -s y.$form z.$form
	is "$form: a second pass changes no byte" 0 $?
done
is 'tar: the members are all there, "./" too' "$(tar -tf x.tar)" \
	"$(tar -tf y.tar)"
run -o y.zip x.zip
mkdir out-zip
unzip -q y.zip -d out-zip
same_folder 'zip: texts are clean, the rest as it was' out-zip
run -o z.zip x.zip
cmp -s y.zip z.zip
is 'zip: the same bytes again' 0 $?
run -o z.tar x.zip
mkdir out-both
tar -xf z.tar -C out-both
same_folder 'zip to tar' out-both
is 'tar: times and modes stay' "$(tar -tvf x.tar ./a/2.txt ./b/4.bin)" \
	"$(tar -tvf y.tar ./a/2.txt ./b/4.bin)"
(cd d && touch -d '2024-01-02 03:04:05.678' a/1.txt &&
	tar --format=posix -cf ../x-posix.tar a/1.txt)
run -o y-posix.tar x-posix.tar
is 'tar: parts of a second stay' \
	"$(tar --full-time -tvf x-posix.tar | grep -o '[^ ]*\.678[^ ]*')" \
	"$(tar --full-time -tvf y-posix.tar | grep -o '[^ ]*\.678[^ ]*')"
cat y.tar.gz >in
run -o z.tar
cmp -s y.tar z.tar
is 'tar: from standard input, compressed' 0 $?
rm in

run check x.tar
says 'check: findings name archive and path' out '^x.tar/a/1.txt:1:3: whitespace/run'
says 'check: other characters in a path' out '^x.tar/b/naïve.txt:1:3: '
says 'check: compressed members are left alone' err \
	'^copydesk: x.tar/b/8.txt.gz: is gzip data'
is 'check: hidden members are left out' 0 "$(grep -c hidden out)"
run diff x.zip
says 'diff: names archive and path' out '^--- a/x.zip/a/1.txt'
run check --exclude=b x.tar
is 'check: --exclude' 0 "$(grep -c /b/ out)"
run -q --output-dir=o x.zip
same 'output-dir: texts go to their paths' wanted/a/1.txt o/a/1.txt
[ ! -e o/b/4.bin ]
is 'output-dir: what is no text stays away' 0 $?
cp x.zip same.zip
run -o same.zip same.zip
status 'in place: exit (a page is refused)' 2
mkdir s
(cd s && unzip -q ../same.zip)
same_folder 'in place: the archive is clean' s
cp same.zip kept
run -o same.zip same.zip
same 'in place: a second run changes nothing' kept same.zip
head -c 700 x.zip >cut.zip
cp cut.zip kept
run -o cut.zip cut.zip
status 'in place: one that is cut off' 2
same 'in place: stays as it was' kept cut.zip
run -o w.tar d/a
is 'a folder into an archive' '1.txt 2.txt ' "$(tar -tf w.tar | tr '\n' ' ')"

# No members: nothing to read, and no fault.
mkdir none
tar -cf none.tar -C none .
tar --delete -f none.tar ./
text 'PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\003\0hi\n' >none.zip
for form in tar zip; do
	run check none.$form
	status "$form: none: exit" 2
	is "$form: none: it is said" 'copydesk: nothing to read: no file, no bytes' \
		"$(cat err)"
	run verify none.$form none.$form
	status "$form: none: verify" 0
done

# A path that is not in the charset that the archive says: nothing can be put in
# its place. One of which it says nothing is a path as any other.
{
	text 'PK\003\004\024\000\000\010\000\000\000\000!\000\326\252\036\205\012\000'
	text '\000\000\012\000\000\000\005\000\000\000\202.txtHe\040\040s'
	text 'aid.\012'
	text 'PK\001\002\024\003\024\000\000\010\000\000\000\000!\000\326\252\036\205'
	text '\012\000\000\000\012\000\000\000\005\000\000\000\000\000\000\000\000\000\000\000'
	text '\244\201\000\000\000\000\202.txt'
	text 'PK\005\006\000\000\000\000\001\000\001\0003\000\000\000-\000\000\000'
	text '\000\000'
} >odd.zip
run check odd.zip
status 'zip: a path that cannot be read' 2
says 'zip: it is said' err '^copydesk: odd.zip: has a member whose path is not in'
cp odd.zip kept
run fix odd.zip
status 'zip: a path that cannot be read: fix' 2
same 'zip: and the archive stays' kept odd.zip
text 'He  said.\n' >cafeX.txt
zip -qX latin.zip cafeX.txt
LC_ALL=C sed -i 's/cafeX/caf\xE9X/g' latin.zip
cp latin.zip kept.zip
run fix latin.zip
run verify kept.zip latin.zip
status 'zip: a path in another charset stays' 0
is 'zip: its text is clean' 'He said.' "$(unzip -p latin.zip)"

# What a tar archive says before its members: git's says which commit it is.
if command -v git >/dev/null; then
	git init -q commit
	text 'He  said.\n' >commit/a.txt
	git -C commit add a.txt
	git -C commit -c user.name=a -c user.email=a@b.example commit -qm a
	for form in tar tar.gz; do
		git -C commit archive -o ../id.$form HEAD
		run -o new-id.tar id.$form
		is "git: $form: output: the commit stays" \
			"$(git -C commit rev-parse HEAD)" \
			"$(git get-tar-commit-id <new-id.tar)"
		run fix id.$form
		status "git: $form: fix" 0
		is "git: $form: the commit stays" "$(git -C commit rev-parse HEAD)" \
			"$(gzip -dcf id.$form | git get-tar-commit-id)"
		is "git: $form: the text is clean" 'He said.' \
			"$(tar -xOf id.$form a.txt)"
		is "git: $form: whole records" 0 \
			"$(($(gzip -dcf id.$form | wc -c) % 10240))"
	done
else
	skip 'git: a commit' 'no git(1)'
fi

# fix replaces an archive as it does a file.
for form in tar tar.gz tar.zst zip; do
	case $form in
	tar.zst) command -v zstd >/dev/null || continue ;;
	esac
	mkdir fix-$form
	case $form in
	zip) cp x.zip f.$form ;;
	*) "$COPYDESK" --select=encoding/bom -o f.$form x.tar 2>err ;;
	esac
	cp f.$form two.$form
	chmod 640 f.$form
	run fix -j1 f.$form
	status "fix: $form: exit (a page is refused)" 2
	says "fix: $form: sums up" err '^copydesk: 4 of 5 articles changed'
	case $form in
	zip) unzip -q f.zip -d fix-zip ;;
	*) tar -xf f.$form -C fix-$form ;;
	esac
	same_folder "fix: $form: texts are clean, the rest as it was" fix-$form
	is "fix: $form: its mode stays" -rw-r----- \
		"$(ls -l f.$form | cut -c 1-10)"
	run fix -j4 two.$form two.$form
	same "fix: $form: the same bytes with any jobs, named twice, too" \
		f.$form two.$form
	ls -i f.$form >kept
	run fix f.$form
	ls -i f.$form >now
	same "fix: $form: a clean one is not touched" kept now
done
is 'fix: members that stay keep owner, mode and time' \
	"$(tar -tvf x.tar ./a/2.txt ./b/4.bin ./b/.hidden.txt ./b/7.txt)" \
	"$(tar -tvf f.tar ./a/2.txt ./b/4.bin ./b/.hidden.txt ./b/7.txt)"
is 'fix: order of members' "$(tar -tf x.tar)" "$(tar -tf f.tar)"
cp x.tar f.tar
run fix --exclude=a --exit-non-zero-on-fix f.tar
is 'fix: --exclude: a member that is excluded stays' \
	"$(tar -xOf x.tar ./a/1.txt)" "$(tar -xOf f.tar ./a/1.txt)"
run verify x.tar f.tar
is 'fix: and verify holds' '' "$(cat out)"
mkdir tree
cp x.tar tree/x.tar
cp x.tar tree/y.txt
cp -r tree tree.kept
run fix tree
is 'fix: archives in a folder are left alone' '' \
	"$(diff -r tree tree.kept)"
text '(CNN) The ferry left.\n' >d/a/3.txt
(cd d && tar -cf ../s.tar a)
rm d/a/3.txt
run fix -q --stripped=gone s.tar
says 'fix: --stripped names archive and path' gone '"file": "s.tar/a/3.txt"'
# Errors leave the archive as it was, and no file beside it.
mkdir alone
text 'И  он сказал: да \377.\n' >d/a/3.txt
(cd d && tar --sort=name -cf ../alone/lossy.tar a)
rm d/a/3.txt
head -c 8000 x.tar >alone/cut.tar
head -c 900 x.zip >alone/cut.zip
cat x.tar >alone/junk.tar
echo junk >>alone/junk.tar
for name in cut.tar cut.zip junk.tar lossy.tar; do
	cp alone/$name kept
	run fix alone/$name
	status "fix: $name: exit" 2
	says "fix: $name: says why" err "^copydesk: alone/$name: "
	same "fix: $name: stays as it was" kept alone/$name
done
says 'fix: bytes that cannot be decoded: what to do' err '\(--lossy rewrites it'
run fix --lossy alone/lossy.tar
status 'fix: --lossy' 0
says 'fix: --lossy rewrites it' alone/lossy.tar 'И он сказал'
cp x.tar alone/big.tar
cp x.tar kept
(
	server=
	ulimit -f 4
	run fix alone/big.tar
	exit $rc
)
is 'fix: a disk that is full: exit' 2 $?
same 'fix: a disk that is full: it stays as it was' kept alone/big.tar
is 'fix: nothing is left beside them' '' "$(find alone -name '.*' -type f)"
# Killed at any moment it is the old one or the new one.
mkdir killed
i=0
while [ $i -lt 300 ]; do
	i=$((i + 1))
	text 'He  said "so" to number %s.\n' $i >killed/$i.txt
done
tar --sort=name -cf old.tar killed
cp old.tar new.tar
run fix new.tar
bad=
for signal in KILL TERM KILL TERM KILL TERM; do
	for pause in 0.005 0.01 0.015 0.02 0.03; do
		cp old.tar alone/k.tar
		"$COPYDESK" fix alone/k.tar 2>err &
		pid=$!
		sleep $pause
		kill -$signal $pid 2>/dev/null
		wait $pid 2>/dev/null
		cmp -s alone/k.tar old.tar || cmp -s alone/k.tar new.tar ||
			bad="$bad $signal,$pause"
		[ $signal = KILL ] || [ -z "$(find alone -name '.*' -type f)" ] ||
			bad="$bad left"
		rm -f alone/.copydesk-*
	done
done
is 'fix: killed, it is old or new' '' "$bad"
# Two archives in one file: neither is lost.
text 'He  said.\n' >1.txt
text 'She  said.\n' >2.txt
tar -cf one.tar 1.txt
tar -cf two.tar 2.txt
cat one.tar two.tar >both.tar
run fix both.tar
is 'fix: two archives in one file' '1.txt 2.txt ' \
	"$(tar -tf both.tar | tr '\n' ' ')"
is 'fix: the second, too, is clean' 'She said.' "$(tar -xOf both.tar 2.txt)"

# Paths do not escape.
mkdir -p in/side
text 'He  said.\n' >in/evil.txt
(cd in/side && tar -Pcf ../../evil.tar ../evil.txt ../../d/a/1.txt) 2>/dev/null
tar -Prf evil.tar "$work/d/a/1.txt" 2>/dev/null
tar -rf evil.tar d/a/2.txt 2>/dev/null
rm -r in
mkdir deep
run --output-dir=deep/o evil.tar
status 'paths: upward and absolute: exit' 2
is 'paths: each is said' 3 "$(grep -c 'leads out of the archive' err)"
is 'paths: nothing but what is inside' deep/o/d/a/2.txt "$(find deep -type f)"
tar -Ptf evil.tar >names
cp evil.tar fixed.tar
run fix fixed.tar
tar -Ptf fixed.tar >now
same 'paths: fix loses none of them' names now
is 'paths: fix cleans what is inside' 'He  said.' "$(tar -PxOf fixed.tar ../evil.txt)"
run -o good.tar evil.tar
is 'paths: they are not written on' d/a/2.txt "$(tar -tf good.tar)"

# Cut off, or damaged.
i=0
while [ $i -lt 40 ]; do
	i=$((i + 1))
	text 'He  said so to number %s.\n' $i >d/a/n$i.txt
done
tar --sort=name -cf many.tar d/a
head -c 20000 many.tar >cut.tar
run cut.tar
status 'cut: exit' 2
gzip -c many.tar | head -c -8 >hurt.tgz
text '\0\0\0\0\0\0\0\0' >>hurt.tgz
run check hurt.tgz
is 'damaged when compressed: says so' 'its compressed data is damaged' \
	"$(sed -n 's/^copydesk: hurt.tgz: \(.*\), after .*/\1/p' err)"
run cut.tar
says 'cut: says where' err '^copydesk: cut.tar: [Tt]runcated.*, after d/a/n'
says 'cut: what came before is written' out 'He said so to number 1\.'
run -o no.tar cut.tar
status 'cut: -o: exit' 2
[ ! -e no.tar ]
is 'cut: -o: nothing is written' 0 $?
{
	head -c 20480 many.tar
	head -c 10240 /dev/zero | tr '\0' 'x'
} >bad.tar
run check bad.tar
status 'damaged: exit' 2
says 'damaged: says where' err '^copydesk: bad.tar: .*, after d/a/'
says 'damaged: what came before is checked' out '^bad.tar/d/a/n1.txt:1:3'
(cd d && zip -qr ../many.zip a)
head -c 3000 many.zip >cut.zip
run cut.zip
status 'cut zip: exit' 2
says 'cut zip: says so' err '^copydesk: cut.zip: '
text 'no archive\n' >no.tar
run no.tar
status 'no archive: exit' 2

# Comments of a zip archive.
mkdir -p talk
echo 'The  clerk read.' >talk/a.txt
echo 'The clerk wrote.' >talk/b.txt
zip -qr talk.zip talk
cp talk.zip said.zip
text 'The commit\nof March' | zip -qz said.zip >/dev/null
unzip -qqz said.zip >before
run -o new.zip said.zip
unzip -qqz new.zip >got
same 'output: the comment of a zip archive stays' before got
unzip -tq new.zip >got
is 'output: and it is whole' 0 $?
run fix said.zip
status 'fix: a zip archive with a comment' 0
unzip -qqz said.zip >got
same 'fix: its comment stays' before got
is 'fix: and its texts are clean' 'The clerk read.' \
	"$(unzip -p said.zip talk/a.txt)"
unzip -tq said.zip >got
is 'fix: and it is whole' 0 $?
text 'One.\nTwo.\nThree.\n' | zip -qc talk.zip talk/b.txt >/dev/null
cp talk.zip kept
run fix talk.zip
status 'fix: comments of members: exit' 2
says 'fix: comments of members: said' err '^copydesk: talk.zip: has comments on'
same 'fix: comments of members: it stays' kept talk.zip
run -o joined.tar said.zip talk.zip
status 'output: inputs of one name: exit' 2
is 'output: inputs of one name, and what others say of themselves' \
	"copydesk: said.zip: has a comment, which is lost
copydesk: talk.zip: has comments on its members, which are lost
copydesk: talk.zip/talk/a.txt: another input has its name in the archive
copydesk: joined.tar: not written: some of it would be lost" "$(sed s,talk/b,talk/a, err)"
is 'output: inputs of one name: nothing is written' no "$([ -e joined.tar ] || echo no)"
run fix --lossy talk.zip
status 'fix: comments of members: --lossy' 0
is 'fix: comments of members: --lossy rewrites it' 'The clerk read.' \
	"$(unzip -p talk.zip talk/a.txt)"

# A zip archive has its list of files at its end; what else is one within.
if command -v zip >/dev/null; then
	text 'He  said.\n' >z.txt
	rm -f z.zip locked.zip
	zip -q z.zip z.txt
	cp z.zip in
	run
	says 'zip: standard input: what to do' err \
		'list of files is at its end: name it as a file'
	run --stdin-filename=z.zip
	is 'zip: standard input that is a file' 'He said.' "$(cat out)"
	rm in
	# shellcheck disable=SC2002
	cat z.zip | "$COPYDESK" --stdin-filename=z.zip >out 2>err
	is 'zip: a pipe is trouble' 2 $?
	says 'zip: a pipe: why' err '^copydesk: z.zip: .*not a pipe'
	zip -q -P word locked.zip z.txt
	run locked.zip
	status 'zip: an encrypted member is trouble' 2
	says 'zip: encrypted: what to do' err \
		'^copydesk: locked.zip/z.txt: is encrypted: unpack'
	text 'application/epub+zip' >mimetype
	zip -q -X -0 book.zip mimetype z.txt
	mv book.zip book.epub
	run book.epub
	says 'zip: a book is called so' err '^copydesk: book.epub: is an EPUB book'
fi

# Links in an archive are no files of their own, which is said.
mkdir links
text 'He  said so.\n' >links/a.txt
ln links/a.txt links/b.txt
ln -s a.txt links/c.txt
ln -s a.txt links/d.nfo
(cd links && tar -cf ../links.tar a.txt b.txt c.txt d.nfo)
run check links.tar
says 'links: a hard link' err '^copydesk: links.tar/b.txt: is a link to a.txt, left out'
says 'links: a symbolic link' err \
	'^copydesk: links.tar/c.txt: is a link to a.txt, left out'
is 'links: only of what would be read' 0 "$(grep -c 'nfo: is' err)"
status 'links: they are no trouble' 1
run -o links2.tar links.tar
is 'links: an archive keeps them' "$(tar -tf links.tar)" "$(tar -tf links2.tar)"
is 'links: which needs no word' 0 "$(grep -c link err)"
finish
