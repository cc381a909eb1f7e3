# Text to mdoc(7), for what writes copydesk.3 and copydesk.5: a sentence begins a
# line, no line is long, and what roff would read as a request does not begin one.

# A line as it is, whatever it holds.
function literal(line) {
	gsub(/\\/, "\\e", line)
	if (line ~ /^[.']/)
		line = "\\\\&" line
	return line
}

# `name` and **word** in their fonts.
function fonts(text) {
	gsub(/\\/, "\\e", text)
	while (match(text, /`[^`]+`/))
		text = substr(text, 1, RSTART - 1) "\\fB" \
			substr(text, RSTART + 1, RLENGTH - 2) "\\fR" \
			substr(text, RSTART + RLENGTH)
	while (match(text, /\*\*[^*]+\*\*/))
		text = substr(text, 1, RSTART - 1) "\\fB" \
			substr(text, RSTART + 2, RLENGTH - 4) "\\fR" \
			substr(text, RSTART + RLENGTH)
	return text
}

function put(line) {
	if (line ~ /^[.']/)
		line = "\\&" line
	print line
}

# A paragraph's text, in lines; a function's name is one of its own.
function say(text,    words, n, i, line, name) {
	n = split(fonts(text), words, / +/)
	for (i = 1; i <= n; i++) {
		name = words[i] ~ /^cd_[a-z_]+\(\)[.,;:]?$/
		if (line != "" && (name || length(line " " words[i]) > 76 ||
		    (line ~ /[.!?][)"]?$/ && words[i] ~ /^[A-Z`"(\\]/))) {
			put(line)
			line = ""
		}
		if (name) {
			sub(/\(\)/, " ", words[i])
			sub(/ $/, "", words[i])
			print ".Fn " words[i]
		} else {
			line = line (line == "" ? "" : " ") words[i]
		}
	}
	if (line != "")
		put(line)
	after_text = 1
}

function paragraph(text) {
	if (text == "")
		return
	if (after_text)
		print ".Pp"
	say(text)
}

# Lines 1 to n, as they are.
function block(lines, n, offset,    i) {
	print ".Bd -literal" offset
	for (i = 1; i <= n; i++)
		print literal(lines[i])
	print ".Ed"
	after_text = 1
}

function heading(macro, title) {
	print macro " " title
	after_text = 0
}
