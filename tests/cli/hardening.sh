#!/bin/sh
# How the program was linked: position independent, no executable stack, the
# tables of the linker read-only.
. "${0%/*}/lib"

if ! command -v readelf >/dev/null || ! readelf -h "$COPYDESK" >/dev/null; then
	skip 'hardening' 'no readelf, or no ELF'
	exit 0
fi
readelf -hldW "$COPYDESK" >elf
readelf -sW --dyn-syms "$COPYDESK" >symbols
says 'hardening: no executable stack' elf 'GNU_STACK .* RW +0x'
if grep -q __asan_ symbols; then
	skip 'hardening: position independent' 'not with sanitizers: see make asan'
else
	says 'hardening: position independent' elf 'Type: *DYN'
fi
says 'hardening: relocations are read-only' elf 'GNU_RELRO'
says 'hardening: all of them' elf 'BIND_NOW|Flags: .*NOW'
says 'hardening: the stack is guarded' symbols '__stack_chk_fail|__asan_'

# More files in work than the system lets be open.
mkdir many
i=0
while [ $i -lt 60 ]; do
	i=$((i + 1))
	text 'He  said.\n' >many/$i.txt
done
(
	server=
	ulimit -n 24
	run check -j64 many
	status 'few descriptors: check' 1
	says 'few descriptors: check: all files' err '60 findings in 60 of 60 files'
	run fix -j64 many
	status 'few descriptors: fix' 0
	exit $failures
) || failures=$((failures + $?))

finish
