"use strict";
/*
 * Draws the report from the JSON in the page; the files are one script, in the
 * order that ../assemble has. Whatever came from the corpus becomes text nodes
 * and nothing else.
 */

const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const count = (n) => n.toLocaleString("en-US");
const decimal = (n) => n.toLocaleString("en-US",
	{ minimumFractionDigits: 1, maximumFractionDigits: 1 });
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

function nameOf(char) {
	const code = char.codePointAt(0);
	return names[code] ||
		"U+" + code.toString(16).toUpperCase().padStart(4, "0");
}

const control = (char) => el("span", { class: "control" }, nameOf(char));

/* Text where there can be no elements: titles and labels. */
const plain = (text) => text.replace(hidden, (char) => `[${nameOf(char)}]`);

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

/* Signs for white space, which are shown where changes are marked. */
const signs = { " ": "\u00b7", "\t": "\u2192", "\n": "\u21b5",
	"\u00a0": "\u2423" };
const sign = (text) => el("span", { class: "sign" }, text);
const isBlank = (text) => /^[ \t\n\u00a0]*$/.test(text);

/* Text with signs before its line ends. */
function withEnds(text) {
	return text.split("\n").flatMap((line, i) =>
		i ? [sign(signs["\n"]), "\n", ...shown(line)] : shown(line));
}

/* What goes: of white space only the signs, or their number. */
function gone(text) {
	if (!isBlank(text))
		return withEnds(text);
	return [sign(text.length > 12 ? `${signs[text[0]]}\u00d7${text.length}`
		: [...text].map((char) => signs[char]).join("")),
	el("span", { class: "plain" }, text)];
}

/* What comes: its line ends break the line. */
function come(text) {
	if (!isBlank(text))
		return withEnds(text);
	return [...text].flatMap((char) => [sign(signs[char]), char === "\n"
		? char : el("span", { class: "plain" }, char)]);
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
