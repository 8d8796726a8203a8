// Answers queries with the search of a built site, without a browser: node search-in-node.js SITE < QUERIES.
// Prints one JSON value for each line: what was found, how many bytes of the index were read for it, and how long it took.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const site = process.argv[2];
const limit = Number(process.argv[3] || 20);
vm.runInThisContext(fs.readFileSync(path.join(site, "search.js"), "utf8"));

async function main() {
  for (const query of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const begin = performance.now();
    let bytes = 0;
    // Every query begins with nothing read, as in a page that was just opened.
    const index = archbookSearch.index(async (name) => {
      const text = fs.readFileSync(path.join(site, "search", name + ".js"), "utf8");
      bytes += Buffer.byteLength(text);
      let content;
      globalThis.archbookShard = (_, value) => (content = value);
      vm.runInThisContext(text);
      return content;
    });
    const { hits, nearMisses, ...answer } = await archbookSearch.answer(index, query, limit);
    const row = async ({ number, rank, score }) => {
      const { title, page } = await index.document(number);
      return { title, page, rank: rank.join(" "), score };
    };
    const rows = await Promise.all(hits.map(row));
    const [read, milliseconds] = [bytes, performance.now() - begin];
    console.log(JSON.stringify({
      query, total: answer.total, hits: rows, nearMisses: await Promise.all(nearMisses.map(row)),
      corrected: answer.corrected || "", translations: answer.translations, suggestions: answer.suggestions, bytes: read, milliseconds,
    }));
  }
}

main();
