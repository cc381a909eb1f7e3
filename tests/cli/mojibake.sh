#!/bin/sh
# Mojibake of many charsets and languages is put right; correct text stays.
. "${0%/*}/lib"

if ! python3 -c '' 2>/dev/null; then
	skip mojibake 'no python3'
	finish
	exit
fi
for part in a b; do
	if python3 "$root/tests/mojibake/pairs.py" --part $part \
		"$COPYDESK" >out 2>&1; then
		pass "part $part: 95 of 100 are put right"
	else
		fail "part $part: 95 of 100 are put right" "$(tail -n 1 out)"
	fi
done
if python3 "$root/tests/mojibake/correct.py" "$COPYDESK" >out 2>&1; then
	pass 'correct text stays'
else
	fail 'correct text stays' "$(tail -n 1 out)"
fi

finish
