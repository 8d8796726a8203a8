// The dialog of search. Focus moves over the results themselves, which are links.

const SHOWN = 20;

/** An element with attributes and children; texts never become markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A text with the words that answer the query marked. */
function marked(text, plan) {
  const [words, phrases] = [new Set(), []];
  for (const { patterns } of plan.atoms) {
    for (const { stems, slots } of patterns) {
      if (stems) phrases.push(stems);
      else for (const { term } of slots.flat()) words.add(term);
    }
  }
  const found = tokens(text);
  const parts = found.filter((token, place) => place === 0 || token.position > found[place - 1].position);
  const marks = found.filter((token) => words.has(token.term));
  for (const stems of phrases) {
    parts.forEach((part, place) => {
      const run = parts.slice(place, place + stems.length);
      if (run.map((other) => stem(other.term)).join(" ") === stems.join(" ")) {
        marks.push({ start: part.start, end: run[run.length - 1].end });
      }
    });
  }
  marks.sort((left, right) => left.start - right.start || right.end - left.end);
  const pieces = [];
  let index = 0;
  for (const { start, end } of marks) {
    if (start < index) continue;
    pieces.push(text.slice(index, start), element("mark", {}, text.slice(start, end)));
    index = end;
  }
  return [...pieces, text.slice(index)];
}

class SearchDialog {
  constructor(index, root) {
    Object.assign(this, { index, root, round: 0 });
    this.input = element("input", { type: "search", "aria-label": "Search the book", autocomplete: "off",
      spellcheck: "false", placeholder: "Words, a number, tag:saga, kind:decision" });
    this.status = element("p", { class: "status", role: "status" });
    this.list = element("div", { class: "results" });
    const close = element("button", { type: "button", "aria-label": "Close search" }, "Esc");
    this.dialog = element("dialog", { class: "search-dialog", "aria-label": "Search" },
      element("div", { class: "search-head" }, this.input, close), this.status, this.list);
    document.body.append(this.dialog);
    close.addEventListener("click", () => this.dialog.close());
    this.input.addEventListener("input", () => this.update());
    this.dialog.addEventListener("keydown", (event) => this.move(event));
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
  }

  show() {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.select();
    this.index.open();
  }

  move(event) {
    const links = [...this.list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1, ...(place >= 0 && { j: 1, k: -1 }) }[event.key];
    if (step && place + step >= -1) {
      (links[place + step] || (place + step < 0 ? this.input : links[place])).focus();
    } else if (event.key === "Enter" && document.activeElement === this.input && links.length) {
      links[0].click();
    } else {
      return;
    }
    event.preventDefault();
  }

  async update() {
    const text = this.input.value;
    const round = (this.round += 1);
    if (!text.trim()) return this.list.replaceChildren(this.status.textContent = "");
    try {
      const records = await this.numbered(text);
      const result = await answer(this.index, text, SHOWN);
      const hits = result.hits.length ? result.hits : result.nearMisses;
      const documents = await Promise.all(hits.map((hit) => this.index.document(hit.number)));
      if (round !== this.round) return;
      this.list.replaceChildren(...records, ...this.groups(documents, result.plan));
      this.status.textContent = this.summary(text, result);
    } catch {
      if (round === this.round) this.status.textContent = "The index cannot be loaded. The A to Z lists every title.";
    }
  }

  /** The records with the number that was typed, as `12`, `ADR 12` or `rfc 3`. */
  async numbered(text) {
    const typed = /^\s*(adr|rfc)?[\s#-]*0*(\d+)\s*$/i.exec(text);
    if (!typed) return [];
    const kind = (typed[1] || "").toUpperCase();
    return (await this.index.load("numbers"))
      .filter(([number, name]) => number === Number(typed[2]) && name.startsWith(kind))
      .map(([, name, title, page]) =>
        element("a", { href: this.root + page }, element("b", {}, name), " " + title));
  }

  /** Results by page, each page with its sections. */
  groups(documents, plan) {
    const pages = new Map();
    for (const found of documents) {
      const page = found.page.split("#")[0];
      if (!pages.has(page)) pages.set(page, element("section", {}));
      const lang = found.language ? { lang: found.language } : {};
      const excerpt = element("p", lang, ...marked(found.excerpt, plan));
      const place = found.place ? found.kind + " · " + found.place : found.kind;
      pages.get(page).append(element("a", { href: this.root + found.page },
        element("b", lang, ...marked(found.title, plan)), element("small", {}, place), excerpt));
    }
    return [...pages.values()];
  }

  summary(text, { total, hits, corrected, translations, nearMisses, suggestions }) {
    const also = translations.length ? " and " + translations.slice(0, 4).join(", ") : "";
    const shown = total > hits.length ? ", " + hits.length + " shown" : "";
    if (total) {
      const count = total === 1 ? "1 result" : total + " results";
      return (corrected ? "Nothing is spelt so; " : "") + count + " for " + (corrected || text.trim()) + also + shown;
    }
    const like = suggestions.length ? " Words like it: " + suggestions.join(", ") + "." : "";
    return (nearMisses.length ? "Nothing has all of the words. Nearest:" : "No results.") + like;
  }
}

/** Loads shards as scripts, which pages opened from disk may do. */
function scriptLoader(folder) {
  const waiting = new Map();
  let version = "";
  globalThis.archbookShard = (name, content) => {
    if (name === "index") version = "?" + content.version;
    waiting.get(name)?.(content);
  };
  return (name) => new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    const script = element("script", { src: folder + name + ".js" + version });
    script.onerror = reject;
    document.head.append(script);
  });
}

let dialog;
globalThis.archbookSearch = {
  open(root) {
    dialog ||= new SearchDialog(new Index(scriptLoader(root + "search/")), root);
    dialog.show();
  },
  index: (load) => new Index(load),
  answer,
};
