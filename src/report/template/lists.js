/* Sections that are lists: rules, conditions, groups, the worst articles. */

/* Sections: each can draw itself again for a filter. */

const sections = [];

function section(id, title, about, draw) {
	const body = el("div", { class: "body" });
	const node = el("section", { id, "aria-labelledby": `${id}-title` },
		el("header", null, el("h2", { id: `${id}-title` }, title),
			el("p", null, about)), body);
	$("main").append(node);
	$("contents").append(el("li", null,
		el("a", { href: `#${id}` }, title)));
	sections.push({ body, draw });
}

function none(text) {
	return el("p", { class: "none" }, text);
}

/* A list that shows its first rows, and the others when asked. */
function folded(rows, first, make, what) {
	const nodes = rows.slice(0, first).map(make);
	const rest = rows.length - first;
	if (rest <= 0)
		return { nodes, more: null };
	const more = el("button", { type: "button", class: "more" },
		`Show ${count(rest)} more ${what[rest === 1 ? 0 : 1]}`);
	more.addEventListener("click", () => {
		const added = rows.slice(first).map(make);
		nodes[nodes.length - 1].after(...added);
		more.remove();
		const next = added[0].querySelector("button, [tabindex]");
		if (next)
			next.focus();
	});
	return { nodes, more };
}

function table(caption, head, rows, first, make, what) {
	const { nodes, more } = folded(rows, first, make, what);
	const heads = head.map(([name, kind]) =>
		el("th", { scope: "col", class: kind }, name));
	const parts = [el("table", null,
		el("caption", { class: "hidden" }, caption),
		el("thead", null, el("tr", null, heads)),
		el("tbody", null, nodes))];
	return more ? [...parts, more] : parts;
}

const number = (n) => el("td", { class: "number" }, count(n));

function rulePick(rule) {
	const node = el("button", { type: "button", class: "pick",
		"aria-pressed": String(view.rule === rule) },
		el("i", { class: `dot ${data.rules[rule].kind}`,
			"aria-hidden": "true" }), data.rules[rule].name);
	node.addEventListener("click", () =>
		pickRule(view.rule === rule ? null : rule));
	return node;
}

const matches = (...texts) => !view.text ||
	texts.some((text) => text.toLowerCase().includes(view.text));

const ruleCount = (rules) => {
	const found = rules.find(([rule]) => rule === view.rule);
	return found ? found[1] : 0;
};

/* Rules. */

const kinds = { fix: "form", restore: "restored", strip: "furniture",
	note: "reported" };

function drawRules(body) {
	const rows = data.rules.map((rule, index) => ({ ...rule, index }))
		.filter((rule) => rule.findings &&
			(view.rule === null || view.rule === rule.index) &&
			matches(rule.name, rule.summary))
		.sort((a, b) => b.findings - a.findings);
	const most = Math.max(...data.rules.map((rule) => rule.findings), 1);
	if (!rows.length)
		return body.append(none("No rule has findings here."));
	body.append(...table("Findings by rule", [["Rule"], ["", "wide"],
		["Findings", "number"], ["Articles", "number"]], rows, 16,
		(rule) => el("tr", null,
			el("th", { scope: "row" }, rulePick(rule.index),
				el("small", null, rule.summary),
				bar(rule.findings, most, `${rule.kind} narrow`)),
			el("td", { class: "bar-cell wide" },
				bar(rule.findings, most, rule.kind)),
			number(rule.findings), number(rule.articles)),
		["rule", "rules"]));
}

/* Conditions, and how many findings an article has. */

function drawConditions(body) {
	const found = data.conditions.filter(([, , n]) => n)
		.sort((a, b) => b[2] - a[2]);
	const absent = data.conditions.filter(([, , n]) => !n);
	if (found.length)
		body.append(...table("Articles by condition", [["Condition"],
			["", "bar-cell"], ["Articles", "number"],
			["Share", "number"]], found, 20,
			([name, about, n]) => el("tr", null,
				el("th", { scope: "row" }, name,
					el("small", null, about)),
				el("td", { class: "bar-cell" },
					bar(n, found[0][2], "fixed")),
				number(n), el("td", { class: "number quiet" },
					share(n, data.articles))),
			["condition", "conditions"]));
	else
		body.append(none("No article is damaged as a whole."));
	if (absent.length && found.length)
		body.append(el("p", { class: "quiet" }, "Not met: " +
			absent.map(([name]) => name).join(", ") + "."));
}

function drawHistogram(body) {
	const labels = ["0", "1", "2\u20133", "4\u20137", "8\u201315",
		"16\u201331", "32\u201363", "64+"];
	const most = Math.max(...data.histogram, 1);
	body.append(el("ol", { class: "columns",
		"aria-label": "Articles by number of findings" },
	data.histogram.map((n, i) => {
		const column = el("i", { "aria-hidden": "true" });
		column.style.height = `${78 * n / most}%`;
		return el("li", null, count(n),
			el("b", { class: "hidden" }, " articles with "),
			column, el("span", null, labels[i],
				el("b", { class: "hidden" }, " findings")));
	})));
}

/* Folders and sources. */

function drawGroups(groups, what, shorten) {
	return (body) => {
		const byRule = view.rule !== null;
		const rows = groups.rows
			.map(([name, kinds, articles, findings, words, rules]) => ({
				name: shorten(name), kinds, articles, words,
				n: byRule ? ruleCount(rules) : findings }))
			.filter((row) => matches(row.name) && (!byRule || row.n))
			.sort((a, b) => b.n - a.n);
		if (!rows.length)
			return body.append(none(`No ${what[0]} here.`));
		body.append(...table(`Articles by ${what[0]}`, [
			[what[0][0].toUpperCase() + what[0].slice(1)],
			["", "bar-cell wide"], ["Clean", "number"],
			["Articles", "number"], ["Findings", "number"],
			["in 1,000 words", "number wide"]], rows, 12,
		(row) => el("tr", null,
			el("th", { scope: "row" }, bdi(row.name),
				spectrum(row.kinds, "narrow")),
			el("td", { class: "bar-cell wide" },
				spectrum(row.kinds)),
			el("td", { class: "number quiet" },
				share(row.kinds[4], row.articles)),
			number(row.articles), number(row.n),
			el("td", { class: "number quiet wide" }, decimal(row.words ?
				1000 * row.n / row.words : 0))),
		what));
		if (groups.more || groups.rest[2])
			body.append(el("p", { class: "quiet" },
				`Only the first ${groups.rows.length} ` +
				"by their findings are listed."));
	};
}

/* The worst articles. */

const place = (article) => within(article.path) +
	(article.record > 1 || /\.(jsonl|ndjson|json|csv|tsv)(\.\w+)?$/
		.test(article.path) ? `, record ${count(article.record)}` : "");

const conditionsOf = (article) => data.conditions
	.filter((_, i) => article.conditions >> i & 1).map(([name]) => name);

function fits(article, ...texts) {
	return (view.rule === null || ruleCount(article.rules)) &&
		matches(article.path, article.source, article.opening,
			...conditionsOf(article), ...texts);
}

function drawWorst(body) {
	const rows = data.worst.filter((article) => fits(article));
	if (!rows.length)
		return body.append(none("No such article."));
	body.append(...table("The worst articles", [["Article"],
		["Words", "number wide"], ["Findings", "number"],
		["Changes", "number"]], rows, 10,
	(article) => el("tr", null,
		el("th", { scope: "row" }, bdi(article.opening), "\u2026",
			el("small", null, bdi(place(article)))),
		el("td", { class: "number wide quiet" }, count(article.words)),
		number(article.findings), number(article.edits)),
	["article", "articles"]));
}
