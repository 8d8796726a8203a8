// What a query means for the index: the browser's twin of Sources/Search/Query.

const [WRITTEN, STEM, PREFIX, SYNONYM, NARROWER] = [0, 1, 2, 3, 4];
const PIECES = /(-?)(?:["“”«»]([^"“”«»]*)["“”«»]?|([^\s"“”«»]+))/g;
const PLURALS = /^(pattern|question|exercise|topic|link|decision|proposal|diagram)s$/;

/** The words, phrases and filters of what was typed. */
function readQuery(text) {
  const query = { wanted: [], excluded: [], kinds: [], languages: [], tags: [], hosts: [] };
  for (const [, minus, quoted, plain] of text.matchAll(PIECES)) {
    takePiece({ text: quoted ?? plain, isExcluded: minus, isQuoted: plain === undefined }, query);
  }
  const last = query.wanted[query.wanted.length - 1];
  if (last && last.form === "word" && !/[\s"“”«»]$/.test(text)) last.form = "lastWord";
  return query;
}

function takePiece(piece, query) {
  const colon = piece.text.indexOf(":");
  if (!piece.isQuoted && colon >= 0) {
    if (takeFilter(piece.text.slice(0, colon).toLowerCase(), piece.text.slice(colon + 1).toLowerCase(), query)) return;
  }
  const clause = { text: piece.text, form: piece.isQuoted ? "phrase" : "word" };
  if (!piece.isQuoted && clause.text.endsWith("*")) {
    clause.text = clause.text.slice(0, -1);
    clause.form = "prefix";
  }
  if (tokens(clause.text).length === 0) return;
  (piece.isExcluded ? query.excluded : query.wanted).push(clause);
}

function takeFilter(name, value, query) {
  if (!value) return ["tag", "kind", "lang", "host"].includes(name);
  if (name === "tag") query.tags.push(value);
  else if (name === "kind") query.kinds.push(value.replace(PLURALS, "$1"));
  else if (name === "lang" || name === "language") query.languages.push(value);
  else if (name === "host") query.hosts.push(value);
  else return false;
  return true;
}

/** Finds out which terms of an index answer a query. */
class Planner {
  constructor(index) {
    this.index = index;
  }

  async plan(query) {
    const atoms = await Promise.all(query.wanted.map((clause) => this.atom(clause)));
    await this.addConcepts(atoms, query);
    for (const [place, atom] of atoms.entries()) {
      if (query.wanted[place].form !== "phrase") await this.correct(atom, query.wanted[place]);
    }
    const excluded = [];
    for (const clause of query.excluded) excluded.push(...(await this.atom(clause)).patterns);
    return { atoms, excluded, filters: await this.filters(query) };
  }

  // Words

  async atom({ text, form }) {
    const parts = partsOf(text);
    const patterns = [];
    if (form === "phrase" || parts.length > 1) {
      const slots = await Promise.all(parts.map((part) => this.forms(part)));
      if (form === "lastWord" || form === "prefix") {
        slots[slots.length - 1] = await this.continuations(parts[parts.length - 1], form === "lastWord");
      }
      patterns.push({ slots });
      // The joined word would let "dead-letter" stand for a phrase of other words.
      if (form !== "phrase") patterns.push({ slots: [await this.forms(parts.join(""))] });
    } else if (parts.length) {
      const isWord = form !== "prefix";
      patterns.push({ slots: [await (form === "word" ? this.forms(parts[0]) : this.continuations(parts[0], isWord))] });
    }
    return { text, parts, translations: [], patterns: patterns.filter(isPossible) };
  }

  async forms(word) {
    const choices = (await this.index.contains(word)) ? [{ term: word, form: WRITTEN, typos: 0 }] : [];
    for (const other of await this.index.wordsOfStem(stem(word))) {
      if (other !== word) choices.push({ term: other, form: STEM, typos: 0 });
    }
    return choices;
  }

  async continuations(word, isWord) {
    const choices = (await this.forms(word)).filter((choice) => isWord || choice.form !== STEM);
    if (isWord && [...word].length < 2) return choices;
    const known = new Set(choices.map((choice) => choice.term));
    for (const other of await this.index.wordsWithPrefix(word)) {
      if (!known.has(other)) choices.push({ term: other, form: PREFIX, typos: 0 });
    }
    return choices;
  }

  // Concepts

  async addConcepts(atoms, query) {
    const words = atoms.map((atom, place) => (query.wanted[place].form === "prefix" ? [] : atom.parts));
    for (const { concept, start, end } of await this.namings(words)) {
      const typed = words.slice(start, end).flat().join(" ");
      const patterns = [];
      for (const name of concept.names) {
        const parts = partsOf(name.text);
        if (parts.join(" ") === typed) continue;
        patterns.push(await this.synonym(parts, name));
        if (name.isPreferred) atoms[start].translations.push(name.text);
      }
      for (const [place, id] of [concept.id, ...concept.narrower].entries()) {
        const term = "#" + safeName(id);
        const form = place === 0 ? SYNONYM : NARROWER;
        if (place > 0 || (await this.index.contains(term))) {
          patterns.push({ key: term + form, slots: [[{ term, form, typos: 0 }]] });
        }
      }
      for (const atom of atoms.slice(start, end)) {
        for (const pattern of patterns) {
          if (!atom.patterns.some((known) => known.key === pattern.key)) atom.patterns.push(pattern);
        }
      }
    }
  }

  async synonym(parts, name) {
    if (parts.length > 1) return { key: name.key, name, stems: parts.map(stem), slots: [] };
    const choices = (await this.forms(parts[0])).map(({ term }) => ({ term, form: SYNONYM, typos: 0 }));
    return { key: choices.map((choice) => choice.term).join(" "), slots: [choices] };
  }

  /** The concepts that successive words name, each by the longest run of words that is one of its names. */
  async namings(words) {
    const stems = words.map((parts) => parts.map(stem));
    const namings = [];
    for (let start = 0; start < stems.length; ) {
      const names = stems[start].length ? await this.index.namesFrom(stems[start][0]) : [];
      let longest = start;
      for (let end = start + 1; end <= stems.length; end += 1) {
        const run = stems.slice(start, end).flat().join(" ");
        if (names.some((name) => name.stems.join(" ") === run)) longest = end;
      }
      const run = stems.slice(start, longest).flat().join(" ");
      const named = names.filter((name) => longest > start && name.stems.join(" ") === run);
      for (const number of [...new Set(named.map((name) => name.concept))].sort((left, right) => left - right)) {
        namings.push({ concept: await this.index.concept(number), start, end: longest });
      }
      start = Math.max(longest, start + 1);
    }
    return namings;
  }

  // Corrections

  async correct(atom, clause) {
    if (atom.patterns.length || clause.form === "prefix") return;
    const near = await this.index.near();
    const slots = [];
    for (const part of atom.parts) {
      const known = await this.forms(part);
      slots.push(known.length ? known : await near.misspelt(part));
    }
    if (isPossible({ slots })) {
      atom.patterns = [{ slots }];
      atom.correction = await near.shown(slots);
      return;
    }
    const swapped = near.swapLayout(clause.text);
    const other = swapped && (await this.atom({ text: swapped, form: clause.form }));
    if (!other || !other.patterns.length) return;
    Object.assign(atom, { patterns: other.patterns, parts: other.parts, correction: swapped });
  }

  // Filters

  async filters(query) {
    const filters = [];
    const keys = (sigil, names) => names.map((name) => sigil + safeName(name));
    if (query.kinds.length) filters.push(keys("~", query.kinds));
    if (query.languages.length) filters.push(keys("=", query.languages));
    for (const tag of query.tags) {
      const [key] = keys("#", [tag]);
      const [name] = await this.index.namesFrom(key);
      filters.push([key, ...(name ? keys("#", (await this.index.concept(name.concept)).narrower) : [])]);
    }
    for (const host of query.hosts) filters.push(keys("@", [host]));
    return filters;
  }
}

const isPossible = (pattern) => pattern.slots.length > 0 && pattern.slots.every((slot) => slot.length > 0);
