#!/bin/sh
# Penlight 1.13.1 for Lua (Debian 12: lua-penlight 1.13.1-3): safe_substitute() of a
# template, pl.stringx or pl.text, "passes unknown names through" by its manual: the
# name goes through and its sign does not. A 5 after a dollar is a name to it, so that
# each amount of the text has lost its currency, $5 million is 5 million and US$12.50
# is US12.50, and a ${name} that was to be filled in later is the bare word. Python's
# class and method of the same names leave all of these as they were.
#
# Input: It cost $5 million, $name told ${who}   with name = Ann
# Expected: It cost $5 million, Ann told ${who}
# Observed: It cost 5 million, Ann told who
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download lua-penlight=1.13.1-3 lua5.3=5.3.6-2 liblua5.3-0=5.3.6-2 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >fill.lua <<'LUA'
local Template = require "pl.stringx".Template

for _, text in ipairs {
	"It cost $5 million, $name told ${who}",
	"Lunch for US$12.50",
} do
	print(Template(text):safe_substitute { name = "Ann" })
end
LUA
seen=$(LUA_PATH="root/usr/share/lua/5.3/?.lua" root/usr/bin/lua5.3 fill.lua)
other=$(python3 -c 'import string
text = "It cost $5 million, $name told ${who}"
print(string.Template(text).safe_substitute(name="Ann"))')
printf '%s\n' "$seen" "$other"
[ "$seen" = 'It cost 5 million, Ann told who
Lunch for US12.50' ]
[ "$other" = 'It cost $5 million, Ann told ${who}' ]
