/* The filter, and the page as a whole. */

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
