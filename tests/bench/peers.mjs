/*
 * Tools of npm on damaged articles, as `peers` runs those of Python.
 *
 * usage: npm install --prefix FOLDER typopo@3.1.0 detergent@9.2.14 \
 *            string-apostrophes@4.2.6
 *        cp peers.mjs FOLDER && node FOLDER/peers.mjs SYSTEM <damaged >out
 *
 * Input and output are JSON Lines with a member "text". Paragraphs stay apart, and
 * no entities or no-break spaces are asked for, which the articles have not.
 */
import { createInterface } from "node:readline";

const systems = {
  typopo: async () => {
    const { fixTypos } = await import("typopo");
    return (text) => fixTypos(text, "en-us", { removeLines: false });
  },
  detergent: async () => {
    const { det } = await import("detergent");
    const options = {
      convertDashes: false,
      convertEntities: false,
      removeWidows: false,
      replaceLineBreaks: false,
    };
    return (text) => det(text, options).res;
  },
  "string-apostrophes": async () => {
    const { convertAll } = await import("string-apostrophes");
    return (text) => convertAll(text).result;
  },
};

const system = systems[process.argv[2]];
if (!system) {
  console.error("one of: " + Object.keys(systems).join(" "));
  process.exit(2);
}
const mend = await system();
for await (const line of createInterface({ input: process.stdin })) {
  const article = JSON.parse(line);
  article.text = mend(article.text);
  console.log(JSON.stringify(article));
}
