/* Articles, before and after. */

const quoted = (text) => text.trim() ? `\u201c${plain(text)}\u201d`
	: text ? "white space" : "nothing";

function change([old, fresh, rules, confidence]) {
	const mine = rules.map((rule) => data.rules[rule].name).join(", ");
	const node = el("span", { class: "change", tabindex: "-1",
		role: "button", "aria-label": `${quoted(old)} becomes ` +
		`${quoted(fresh)}: ${mine}` });
	if (rules.includes(view.rule))
		node.classList.add("picked");
	if (old)
		node.append(el("del", null, gone(old)));
	if (fresh)
		node.append(el("ins", null, come(fresh)));
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
		...conditionsOf(article)].filter(Boolean);
	return el("article", { class: "article",
		"aria-label": plain(place(article)) },
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
