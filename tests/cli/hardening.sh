#!/bin/sh
# How the program was linked: position independent, no executable stack, the
# tables of the linker read-only.
. "${0%/*}/lib"

if ! command -v readelf >/dev/null || ! readelf -h "$COPYDESK" >/dev/null; then
	skip 'hardening' 'no readelf, or no ELF'
	exit 0
fi
readelf -hldW "$COPYDESK" >elf
says 'hardening: position independent' elf 'Type: *DYN'
says 'hardening: no executable stack' elf 'GNU_STACK .* RW +0x'
says 'hardening: relocations are read-only' elf 'GNU_RELRO'
says 'hardening: all of them' elf 'BIND_NOW|Flags: .*NOW'
readelf -sW --dyn-syms "$COPYDESK" >symbols
says 'hardening: the stack is guarded' symbols '__stack_chk_fail|__asan_'

finish
