#!/bin/sh
# Penlight 1.13.1 for Lua (Debian 12: lua-penlight 1.13.1-3): of a CSV file, {csv =
# true}, pl.data takes whatever is between two quotation marks for a field's inside
# and drops the marks, and two marks with nothing between stay. In RFC 4180 (section
# 2, item 7) two are one mark of the text. So of "He said ""no, no"" and left" the
# quotation is gone, and of one at a field's end the first mark is gone and the last
# is there twice. The manual says that with this option fields may be in double quotes
# and have commas, and no more.
#
# Input: "He said ""no""" and "He said ""no, no"" and left" below the head "text"
# Expected: He said "no"; He said "no, no" and left
# Observed: He said no""; He said no, no and left
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download lua-penlight=1.13.1-3 lua5.3=5.3.6-2 liblua5.3-0=5.3.6-2 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.lua <<'LUA'
local data = require "pl.data"
local file = require "pl.stringio"

local rows = data.read(file.open [[
text,votes
"He said ""no""",5
"He said ""no, no"" and left",6
"""No,"" she said",7
"Lee, Ann",8
]], { csv = true })
for _, row in ipairs(rows) do
	print(table.concat(row, " | "))
end
LUA
seen=$(LUA_PATH="root/usr/share/lua/5.3/?.lua" root/usr/bin/lua5.3 read.lua)
echo "$seen"
[ "$seen" = 'He said no"" | 5
He said no, no and left | 6
""No, she said | 7
Lee, Ann | 8' ]
