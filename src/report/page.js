"use strict";
/*
 * Draws the report from the JSON in the page. Whatever came from the corpus
 * becomes text nodes and nothing else.
 */
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const count = (n) => n.toLocaleString("en-US");
const plural = (n, one, many) => `${count(n)} ${n === 1 ? one : many}`;
const view = { rule: null, text: "" };

/* The folder that all paths are in is named once, at the top. */
const prefix = (() => {
	const paths = data.folders.rows.map(([name]) => name + "/");
	let common = paths.length ? paths[0] : "";
	for (const path of paths)
		while (!path.startsWith(common))
			common = common.slice(0, common.lastIndexOf("/",
				common.length - 2) + 1);
	return paths.length > 1 ? common : "";
})();
const within = (path) => path.startsWith(prefix)
	? path.slice(prefix.length) : path === prefix.slice(0, -1) ? "." : path;

/* Elements: el("p", {class: "quiet"}, "text", child). */
function el(name, attributes, ...children) {
	const node = document.createElement(name);
	for (const [key, value] of Object.entries(attributes || {})) {
		if (value === true)
			node.setAttribute(key, "");
		else if (value !== false && value !== null && value !== undefined)
			node.setAttribute(key, value);
	}
	node.append(...children.flat().filter((child) => child !== null));
	return node;
}

/* Characters that show nothing, or turn what follows, get a name. */
const names = {
	0x00ad: "SHY", 0x061c: "ALM", 0x200b: "ZWSP", 0x200c: "ZWNJ",
	0x200d: "ZWJ", 0x200e: "LRM", 0x200f: "RLM", 0x2028: "LS", 0x2029: "PS",
	0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO",
	0x202e: "RLO", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI",
	0x2068: "FSI", 0x2069: "PDI", 0xfeff: "BOM", 0xfffc: "OBJ",
};
const hidden = new RegExp("[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u061c" +
	"\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufffc]", "g");

function control(char) {
	const code = char.codePointAt(0);
	const number = "U+" + code.toString(16).toUpperCase().padStart(4, "0");
	return el("span", { class: "control", title: number },
		names[code] || number);
}

/* Text with its hidden characters shown, as nodes. */
function shown(text) {
	const nodes = [];
	let from = 0;
	for (const match of text.matchAll(hidden)) {
		if (match.index > from)
			nodes.push(text.slice(from, match.index));
		nodes.push(control(match[0]));
		from = match.index + 1;
	}
	if (from < text.length)
		nodes.push(text.slice(from));
	return nodes;
}

function bdi(text) {
	return el("bdi", null, shown(text));
}

/* What a change replaces: white space is shown by signs. */
function marks(text) {
	if (!/^[ \t\n\u00a0]*$/.test(text))
		return shown(text.replace(/\n/g, "\u21b5\n"));
	const signs = { " ": "\u00b7", "\t": "\u2192", "\n": "\u21b5",
		"\u00a0": "\u2423" };
	if (text.length > 12)
		return [el("span", { class: "space" },
			`${signs[text[0]]}\u00d7${text.length}`)];
	return [el("span", { class: "space" },
		[...text].map((char) => signs[char]).join(""))];
}

function share(part, whole) {
	const percent = whole ? 100 * part / whole : 0;
	if (part && percent < 1)
		return "under 1%";
	if (part < whole && percent > 99)
		return "over 99%";
	return `${Math.round(percent)}%`;
}

function bar(part, most, kind) {
	const node = el("span", { class: `bar ${kind}` });
	node.style.width = `${most ? 100 * part / most : 0}%`;
	return node;
}

/* The head. */

const classes = [
	["clean", "clean", 4], ["only reported", "noted", 3],
	["form repaired", "fixed", 2], ["page furniture out", "stripped", 1],
	["capitals or marks restored", "restored", 0],
];

function drawHead() {
	const n = data.articles;
	const clean = data.classes[4];
	const changed = data.classes[0] + data.classes[1] + data.classes[2];
	document.title = `${data.title} \u2013 copydesk report`;
	$("headline").textContent = !n ? "No articles were found"
		: clean === n ? "All articles are clean"
		: `${share(clean, n)} of ${count(n)} articles are clean`;
	$("lede").append("In ", el("strong", null, bdi(data.title)),
		data.findings ? ` there ${data.findings === 1 ? "is" : "are"} ` +
		`${plural(data.findings, "finding", "findings")}; ` +
		`copydesk fix would change ` +
		`${plural(changed, "article", "articles")}.`
			: " there is nothing to repair.");
	if (n)
		$("spectrum").replaceWith(...spectrum(n));
	const rate = data.words ? 1000 * data.findings / data.words : 0;
	const facts = [
		["Articles", count(n)], ["Files", count(data.files)],
		["Words", count(data.words)],
		["Findings", count(data.findings)],
		["Findings in 1,000 words", rate.toFixed(1)],
		["Words stripped", count(data.strippedWords)],
	];
	if (data.trouble)
		facts.push(["Not read", count(data.trouble)]);
	$("figures").append(...facts.map(([name, value]) =>
		el("div", null, el("dt", null, name), el("dd", null, value))));
	$("version").append(shown(data.version));
}

function spectrum(n) {
	const parts = el("div", { class: "spectrum", "aria-hidden": "true" });
	const legend = el("ul", { class: "legend" });
	for (const [label, name, at] of classes) {
		const articles = data.classes[at];
		const part = el("span", { class: name });
		part.style.flexGrow = articles;
		if (!articles)
			continue;
		parts.append(part);
		legend.append(el("li", null, el("i", { class: name }),
			el("b", null, share(articles, n)), ` ${label} `,
			el("span", null, count(articles))));
	}
	return [parts, legend];
}

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

function drawGroups(groups, what, nameOf) {
	return (body) => {
		const byRule = view.rule !== null;
		const rows = groups.rows
			.map(([name, articles, clean, findings, words, rules]) => ({
				name: nameOf(name), articles, clean, words,
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
			el("th", { scope: "row" }, bdi(row.name)),
			el("td", { class: "bar-cell wide" },
				el("span", { class: "track" },
					bar(row.clean, row.articles, "clean"))),
			el("td", { class: "number quiet" },
				share(row.clean, row.articles)),
			number(row.articles), number(row.n),
			el("td", { class: "number quiet wide" }, (row.words ?
				1000 * row.n / row.words : 0).toFixed(1))),
		what));
		if (groups.more || groups.rest[1])
			body.append(el("p", { class: "quiet" },
				`Only the first ${groups.rows.length} ` +
				"by their findings are listed."));
	};
}

/* The worst articles. */

const place = (article) => within(article.path) +
	(article.record > 1 || /\.(jsonl|ndjson|json|csv|tsv)(\.\w+)?$/
		.test(article.path) ? `, record ${count(article.record)}` : "");

function fits(article, ...texts) {
	return (view.rule === null || ruleCount(article.rules)) &&
		matches(article.path, article.source, article.opening, ...texts);
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

/* Articles, before and after. */

const quoted = (text) => text.trim() ? `\u201c${text}\u201d`
	: text ? "white space" : "nothing";

function change([old, fresh, rules, confidence]) {
	const mine = rules.map((rule) => data.rules[rule].name).join(", ");
	const node = el("span", { class: "change", tabindex: "-1",
		role: "button", "aria-label": `${quoted(old)} becomes ` +
		`${quoted(fresh)}: ${mine}` });
	if (rules.includes(view.rule))
		node.classList.add("picked");
	if (old)
		node.append(el("del", null, marks(old)));
	if (fresh)
		node.append(el("ins", null, fresh.trim() || !old ?
			shown(fresh.replace(/\n/g, "\u21b5\n")) : marks(fresh)));
	node.tip = { rules, confidence };
	return node;
}

function part(value) {
	if (typeof value === "string")
		return shown(value);
	if (typeof value === "number")
		return el("span", { class: "cut" },
			` [\u2026 ${count(value)} bytes \u2026] `);
	return change(value);
}

function articleText(article) {
	const text = el("div", { class: "text", dir: "auto" },
		article.parts.map(part).flat());
	if (view.rule !== null)
		text.classList.add("by-rule");
	const first = text.querySelector(".picked") ||
		text.querySelector(".change");
	if (first)
		first.tabIndex = 0;
	return text;
}

/* A long text shows its front, until it is asked for all. */
function unfold(text) {
	const more = el("button", { type: "button", class: "more" },
		"Show all of it");
	text.classList.add("folded");
	const open = () => {
		text.classList.remove("folded");
		more.remove();
	};
	more.addEventListener("click", open);
	text.addEventListener("focusin", open, { once: true });
	return more;
}

function card(article) {
	const text = articleText(article);
	const bytes = article.parts.reduce((sum, value) => sum +
		(typeof value === "string" ? value.length :
			value[0] ? value[0].length + value[1].length : 0), 0);
	const facts = [article.source, plural(article.words, "word", "words"),
		plural(article.findings, "finding", "findings"),
		...data.conditions.filter((_, i) => article.conditions >> i & 1)
			.map(([name]) => name)].filter(Boolean);
	return el("article", { class: "article",
		"aria-label": place(article) },
		el("header", null, el("h3", null, bdi(place(article))),
			el("p", null, facts.map((fact, i) =>
				[i ? " \u00b7 " : "", bdi(fact)]).flat()),
			el("ul", { class: "chips", "aria-label": "Rules" },
				article.rules.map(([rule]) =>
					el("li", null, rulePick(rule))))),
		text, bytes > 1500 ? unfold(text) : null);
}

let chosenView = "marked";

function chooseView(body) {
	const names = [["marked", "changes marked"], ["before", "before"],
		["after", "after"]];
	return el("fieldset", { class: "views" },
		el("legend", null, "Show the text"),
		names.map(([name, label]) => {
			const input = el("input", { type: "radio", name: "view",
				value: name, checked: name === chosenView });
			input.addEventListener("change", () => {
				body.classList.remove(chosenView);
				body.classList.add(chosenView = name);
			});
			return el("label", null, input, label);
		}));
}

const wordsOf = new Map();

function samplesText(article) {
	if (!wordsOf.has(article))
		wordsOf.set(article, article.parts.map((value) =>
			typeof value === "string" ? value : typeof value === "number"
				? "" : `${value[0]} ${value[1]}`).join(""));
	return wordsOf.get(article);
}

function drawSamples(body) {
	const rows = data.samples.filter((article) =>
		fits(article, view.text ? samplesText(article) : ""));
	body.classList.add(chosenView);
	if (!rows.length)
		return body.append(none("No article shown here is like that."));
	const { nodes, more } = folded(rows, 6, card, ["article", "articles"]);
	body.append(chooseView(body), ...nodes);
	if (more)
		body.append(more);
}

/* What was stripped. */

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

/* The tip that explains a change. */

function explain(node) {
	const { rules, confidence } = node.tip;
	const tip = $("tip");
	tip.replaceChildren(...rules.map((rule) => el("p", null,
		el("b", null, data.rules[rule].name),
		`${data.rules[rule].summary}. ${data.rules[rule].reason}`)));
	if (confidence < 100)
		tip.append(el("p", null, `The model is ${confidence}% sure.`));
	tip.hidden = false;
	node.setAttribute("aria-describedby", "tip");
	const at = node.getClientRects()[0] || node.getBoundingClientRect();
	const width = document.documentElement.clientWidth;
	const left = Math.min(at.left, width - tip.offsetWidth - 8);
	const below = at.bottom + 8 + tip.offsetHeight < innerHeight;
	const top = below ? at.bottom + 8 : at.top - tip.offsetHeight - 8;
	tip.style.left = `${Math.max(8, left) + scrollX}px`;
	tip.style.top = `${top + scrollY}px`;
}

function hideTip() {
	$("tip").hidden = true;
	for (const node of document.querySelectorAll("[aria-describedby=tip]"))
		node.removeAttribute("aria-describedby");
}

const changeOf = (event) => event.target.closest
	? event.target.closest(".change") : null;

/* Within a text the arrow keys go from change to change. */
function step(event) {
	const node = changeOf(event);
	const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
	if (event.key === "Escape")
		hideTip();
	if (!node || !way[event.key])
		return;
	const all = [...node.closest(".text").querySelectorAll(".change")];
	const next = all[all.indexOf(node) + way[event.key]];
	event.preventDefault();
	if (!next)
		return;
	node.tabIndex = -1;
	next.tabIndex = 0;
	next.focus();
}

function watchChanges() {
	const main = $("main");
	for (const [on, off] of [["mouseover", "mouseout"],
		["focusin", "focusout"]]) {
		main.addEventListener(on, (event) => {
			const node = changeOf(event);
			if (node)
				explain(node);
		});
		main.addEventListener(off, (event) => {
			if (changeOf(event))
				hideTip();
		});
	}
	main.addEventListener("keydown", step);
}

/* The filter. */

function drawAll() {
	hideTip();
	for (const { body, draw } of sections) {
		body.className = "body";
		body.replaceChildren();
		draw(body);
	}
	const filtered = view.rule !== null || view.text;
	const samples = data.samples.filter((article) =>
		fits(article, view.text ? samplesText(article) : "")).length;
	const lines = data.stripped.filter(([line, , , rule]) =>
		(view.rule === null || rule === view.rule) && matches(line)).length;
	$("shown").textContent = filtered ? `${samples} of ` +
		`${plural(data.samples.length, "article", "articles")} shown, ` +
		`${lines} of ${plural(data.stripped.length, "line", "lines")}` : "";
}

function pickRule(rule) {
	view.rule = rule;
	$("rule").value = rule === null ? "" : String(rule);
	drawAll();
	const pressed = document.querySelector(".pick[aria-pressed=true]");
	if (pressed && document.activeElement === document.body)
		pressed.focus({ preventScroll: true });
}

function fillRules() {
	const stages = new Map();
	data.rules.forEach((rule, index) => {
		if (!rule.findings)
			return;
		const stage = rule.name.split("/")[0];
		if (!stages.has(stage))
			stages.set(stage, el("optgroup", { label: stage }));
		stages.get(stage).append(el("option", { value: index },
			`${rule.name} (${count(rule.findings)})`));
	});
	$("rule").append(...stages.values());
}

function watchFilter() {
	let timer = 0;
	$("text").addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			view.text = $("text").value.trim().toLowerCase();
			drawAll();
		}, 120);
	});
	$("rule").addEventListener("change", () =>
		pickRule($("rule").value === "" ? null : Number($("rule").value)));
	$("filter").addEventListener("submit", (event) =>
		event.preventDefault());
	$("filter").addEventListener("reset", () => {
		view.text = "";
		pickRule(null);
	});
}

function start() {
	drawHead();
	section("rules", "Rules", "Findings by rule. Choose one to see the " +
		"page for it alone.", drawRules);
	section("conditions", "Conditions", "What is wrong with whole " +
		"articles, once their encoding is in order.", drawConditions);
	section("findings", "Findings per article", "How many articles have " +
		"how many findings.", drawHistogram);
	section("folders", "Folders", "Folders of texts, and files that hold " +
		"many articles.", drawGroups(data.folders, ["folder", "folders"],
			within));
	if (data.sources.rows.length)
		section("sources", "Sources", `By the field \u201c${data.group}` +
			"\u201d of each record.",
		drawGroups(data.sources, ["source", "sources"],
			(name) => name));
	section("worst", "Worst articles", "Those with the most changes.",
		drawWorst);
	section("samples", "Before and after", "Articles drawn by lot, up to " +
		"four for each rule. Point at a change, or go from one to the " +
		"next by the arrow keys, to see its rule.", drawSamples);
	section("stripped", "Stripped lines", "What boilerplate rules took " +
		"out, most frequent first.", drawStripped);
	section("left", "Lines left", "What stands in " +
		`${count(data.minArticles)} articles or more and no rule takes: ` +
		"furniture, perhaps. copydesk learn writes rules for it.",
	drawLeft);
	fillRules();
	watchFilter();
	watchChanges();
	drawAll();
}

start();
})();
