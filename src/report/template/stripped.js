/* Lines: what was stripped, and what is left in many articles. */

function drawStripped(body) {
	const rows = data.stripped.filter(([line, , , rule]) =>
		(view.rule === null || rule === view.rule) && matches(line));
	if (!rows.length)
		return body.append(none("No line was stripped twice."));
	const most = Math.max(...data.stripped.map(([, n]) => n), 1);
	body.append(...table("Lines that were stripped", [["Line"],
		["", "bar-cell wide"], ["Times", "number"], ["Rule", "wide"]],
	rows, 20,
	([line, n, error, rule]) => el("tr", null,
		el("th", { scope: "row" }, bdi(line),
			bar(n, most, "stripped narrow")),
		el("td", { class: "bar-cell wide" }, bar(n, most, "stripped")),
		el("td", { class: "number" }, (error ? "about " : "") + count(n)),
		el("td", { class: "wide name" }, rulePick(rule))),
	["line", "lines"]));
}

/* What is left in many articles. */

function drawLeft(body) {
	const rows = data.left.filter(([line]) => view.rule === null &&
		matches(line)).sort((a, b) => b[1] - a[1]);
	if (!rows.length)
		return body.append(none(view.rule === null ?
			"No such line." : "These lines are of no rule."));
	const most = Math.max(...data.left.map(([, n]) => n), 1);
	body.append(...table("Lines that are left", [["Line"],
		["", "bar-cell wide"], ["Articles", "number"]], rows, 12,
	([line, n]) => el("tr", null,
		el("th", { scope: "row" }, bdi(line),
			bar(n, most, "noted narrow")),
		el("td", { class: "bar-cell wide" }, bar(n, most, "noted")),
		number(n)),
	["line", "lines"]));
}
