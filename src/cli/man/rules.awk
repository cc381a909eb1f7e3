# The boilerplate rules of copydesk(5) from the last section of src/lang/README.md,
# put where the page has the line ".\" BOILERPLATE RULES".
# usage: awk -v date=DATE -f mdoc.awk -f rules.awk readme=README copydesk.5.in

# A cell of a table, in which "\|" is no border.
function cell(text) {
	gsub(/\001/, "|", text)
	gsub(/^ +| +$/, "", text)
	return text
}

function row(line,    cells) {
	gsub(/\\\|/, "\001", line)
	split(line, cells, /\|/)
	if (rows++ < 2) # the names of the columns, and the line below them
		return
	if (rows == 3)
		print ".Bl -tag -width Ds"
	print ".It " item(cell(cells[2]))
	say(cell(cells[3]))
}

# The first cell, as an argument.
function item(text) {
	text = fonts(text)
	gsub(/"/, "\\(dq", text)
	return text
}

# What was read so far ends here.
function flush() {
	if (rows > 2) {
		print ".El"
		after_text = 1
	}
	rows = 0
	if (codes)
		block(code, codes, " -offset indent")
	codes = 0
	if (text != "" && bullet) {
		if (!in_list)
			print ".Bl -bullet"
		in_list = 1
		print ".It"
		say(text)
	} else if (text != "") {
		end_list()
		paragraph(text)
	}
	text = ""
	bullet = 0
}

function end_list() {
	if (in_list) {
		print ".El"
		after_text = 1
	}
	in_list = 0
}

function convert(line) {
	if (line ~ /^\|/) {
		if (!rows) {
			flush()
			end_list()
		}
		row(line)
	} else if (line ~ /^    /) {
		if (!codes) {
			flush()
			end_list()
		}
		code[++codes] = substr(line, 5)
	} else if (line ~ /^\* /) {
		flush()
		bullet = 1
		text = substr(line, 3)
	} else if (line == "") {
		flush()
	} else {
		sub(/^ +/, "", line)
		text = text (text == "" ? "" : " ") line
	}
}

/^\.Dd/ { $0 = ".Dd " date }

/^\.\\" BOILERPLATE RULES/ {
	while ((getline line <readme) > 0) {
		if (here)
			convert(line)
		here = here || line ~ /^## Boilerplate rules/
	}
	flush()
	end_list()
	next
}

{ print }
