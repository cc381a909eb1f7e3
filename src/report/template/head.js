/* The head: how clean the corpus is at a glance. */

const classes = [
	["clean", "clean", 4], ["only reported", "noted", 3],
	["form repaired", "fixed", 2], ["page furniture out", "stripped", 1],
	["capitals or marks restored", "restored", 0],
];

function drawHead() {
	const n = data.articles;
	const clean = data.classes[4];
	const changed = data.classes[0] + data.classes[1] + data.classes[2];
	document.title = `${plain(data.title)} \u2013 copydesk report`;
	$("headline").textContent = !n ? "No articles were found"
		: clean === n ? "All articles are clean"
		: !clean ? `None of ${count(n)} articles is clean`
		: `${share(clean, n)} of ${count(n)} articles are clean`;
	$("lede").append("In ", el("strong", null, bdi(data.title)),
		data.findings ? ` there ${data.findings === 1 ? "is" : "are"} ` +
		`${plural(data.findings, "finding", "findings")}; ` +
		`copydesk fix would change ` +
		`${plural(changed, "article", "articles")}.`
			: " there is nothing to repair.");
	if (n)
		$("spectrum").replaceWith(spectrum(data.classes),
			legend(data.classes, n));
	const rate = data.words ? 1000 * data.findings / data.words : 0;
	const facts = [
		["Articles", count(n)], ["Files", count(data.files)],
		["Words", count(data.words)],
		["Findings", count(data.findings)],
		["Findings in 1,000 words", decimal(rate)],
		["Words stripped", count(data.strippedWords)],
	];
	if (data.trouble)
		facts.push(["Not read", count(data.trouble)]);
	$("figures").append(...facts.map(([name, value]) =>
		el("div", null, el("dt", null, name), el("dd", null, value))));
	$("version").append(shown(data.version));
}

/* Articles by class, as one bar. */
function spectrum(counts, how = "") {
	const bar = el("div", { class: `spectrum ${how}`,
		"aria-hidden": "true" });
	for (const [, name, at] of classes) {
		const part = el("span", { class: name });
		part.style.flexGrow = counts[at];
		if (counts[at])
			bar.append(part);
	}
	return bar;
}

function legend(counts, n) {
	return el("ul", { class: "legend" }, classes
		.filter(([, , at]) => counts[at])
		.map(([label, name, at]) => el("li", null,
			el("i", { class: name }), el("b", null,
				share(counts[at], n)), ` ${label} `,
			el("span", null, count(counts[at])))));
}
