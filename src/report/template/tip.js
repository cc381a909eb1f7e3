/* The tip that explains a change, by pointer and by keys. */

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
