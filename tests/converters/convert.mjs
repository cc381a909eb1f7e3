// The npm packages, each as its own documentation shows it.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(process.env.NODE_TOOLS || ".", "package.json");
const require = createRequire(pathToFileURL(path.resolve(root)));
const [, , tool, file] = process.argv;
const text = () => fs.readFileSync(file, "utf8");
const dom = () => new (require("jsdom").JSDOM)(text(),
	{ url: "https://www.example.org/" });

const load = (name) => import(pathToFileURL(require.resolve(name)));

const tools = {
	"html-to-text": () => require("html-to-text").convert(text()),
	turndown: () => new (require("turndown"))().turndown(
		dom().window.document.querySelector("article")),
	"node-html-markdown": () =>
		require("node-html-markdown").NodeHtmlMarkdown.translate(text()),
	readability: () => new (require("@mozilla/readability").Readability)(
		dom().window.document).parse().textContent,
	cheerio: () => require("cheerio").load(text())("article").text(),
	striptags: () => require("striptags")(
		text().replace(/^[^]*<article>/, "")),
	"sanitize-html": () => require("sanitize-html")(text(),
		{ allowedTags: [], allowedAttributes: {} }),
	"hast-util-to-text": async () => {
		const [unified, parse, hast] = await Promise.all(
			["unified", "rehype-parse", "hast-util-to-text"].map(load));
		return hast.toText(unified.unified().use(parse.default)
			.parse(text()));
	},
	linkedom: () => require("linkedom").parseHTML(text()).document
		.querySelector("article").innerText,
	"node-html-parser": () => require("node-html-parser").parse(text())
		.querySelector("article").structuredText,
	"string-strip-html": async () => {
		const { stripHtml } = await load("string-strip-html");
		return stripHtml(text()).result;
	},
	"article-extractor": async () => {
		const { extractFromHtml } =
			await load("@extractus/article-extractor");
		const article = await extractFromHtml(text(),
			"https://www.example.org/");
		return require("html-to-text").convert(article.content);
	},
	"strip-markdown": async () => {
		const [unified, parse, strip, stringify] = await Promise.all(
			["unified", "remark-parse", "strip-markdown",
			 "remark-stringify"].map(load));
		return unified.unified().use(parse.default).use(strip.default)
			.use(stringify.default).processSync(text());
	},
	mailparser: async () => {
		const mail = await require("mailparser").simpleParser(
			"MIME-Version: 1.0\r\n" +
			"Content-Type: text/html; charset=utf-8\r\n\r\n" + text());
		return mail.text;
	},
	wink: () => {
		const tokenizer = require("wink-tokenizer")();
		return text().split("\n").map((line) => tokenizer.tokenize(line)
			.map((token) => token.value).join(" ")).join("\n");
	},
	"html-to-md": () => require("html-to-md")(text()),
	html2plaintext: () => require("html2plaintext")(text()),
	"remove-markdown": () => require("remove-markdown")(text()),
	defuddle: async () => {
		const { Defuddle } = await import(pathToFileURL(path.resolve(
			path.dirname(root), "node_modules/defuddle/dist/node.js")));
		return (await Defuddle(dom().window.document,
			"https://www.example.org/", { markdown: true })).content;
	},
	"pdf-parse": async () => {
		const { PDFParse } = require("pdf-parse");
		return (await new PDFParse({ data: fs.readFileSync(file) })
			.getText()).text;
	},
	unpdf: async () => {
		const unpdf = await import(pathToFileURL(require.resolve("unpdf")));
		const pdf = await unpdf.getDocumentProxy(
			new Uint8Array(fs.readFileSync(file)));
		return (await unpdf.extractText(pdf, { mergePages: true })).text;
	},
	mammoth: async () =>
		(await require("mammoth").extractRawText({ path: file })).value,
	"mammoth-markdown": async () =>
		(await require("mammoth").convertToMarkdown({ path: file })).value,
	officeparser: async () => {
		const o = require("officeparser");
		const r = await (o.parseOfficeAsync || o.parseOffice)(file);
		return typeof r === "string" ? r : r.toText();
	},
	"word-extractor": async () =>
		(await new (require("word-extractor"))().extract(file)).getBody(),
};

process.stdout.write(String(await tools[tool]()));
