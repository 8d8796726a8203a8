// The order of results: the browser's twin of Sources/Search/Ranking, in whole numbers, so that all machines agree.

const WEIGHTS = [12, 8, 5, 4, 3, 1];
const SHARES = [16, 14, 8, 12, 6, 8];
const [SATURATION, LENGTH_SHARE] = [1200, 600];
const LARGEST = 2147483647;
const divided = (left, right) => Math.trunc(left / right);

/** The binary logarithm of a fraction of at least one, in 1/1024 (Knuth, TAOCP 1, section 1.2.2). */
function log2(numerator, denominator) {
  if (numerator <= denominator) return 0;
  let [whole, scale] = [0, denominator];
  while (Math.floor(numerator / 2) >= scale) [scale, whole] = [scale * 2, whole + 1];
  let mantissa = (BigInt(numerator) << 30n) / BigInt(scale);
  let digits = 0;
  for (let round = 0; round < 10; round += 1) {
    mantissa = (mantissa * mantissa) >> 30n;
    digits *= 2;
    if (mantissa >= 2n << 30n) {
      mantissa >>= 1n;
      digits += 1;
    }
  }
  return whole * 1024 + digits;
}

/** What the occurrences of one term in one field of a document are worth: BM25F. */
function worthOf(index, { field, count, length }, form) {
  const counted = field === TITLE ? Math.min(count, 1) : count;
  const total = index.lengths[field];
  const relative = total > 0 ? divided(LENGTH_SHARE * length * index.count, total) : LENGTH_SHARE;
  const worth = divided(counted * WEIGHTS[field] * SHARES[form] * 64 * 1000, 1000 - LENGTH_SHARE + relative);
  return Math.min(worth, LARGEST);
}

/** What all documents have of one word of a query. */
async function matchTable(index, atom) {
  const table = new Map();
  const note = ({ number, fields, typos }, form) => {
    if (!table.has(number)) table.set(number, { typos: Infinity, field: 0, form: 0, title: 0, rest: 0 });
    const match = table.get(number);
    for (const field of fields) {
      const key = [typos, field.field, form];
      if (isBefore(key, [match.typos, match.field, match.form])) [match.typos, match.field, match.form] = key;
      const worth = worthOf(index, field, form);
      if (field.field === TITLE) match.title = Math.max(match.title, worth);
      else match.rest = Math.min(match.rest + worth, LARGEST);
    }
  };
  for (const pattern of atom.patterns) {
    if (isPhrase(pattern)) {
      for (const match of await phraseMatches(index, pattern)) note(match, match.form);
      continue;
    }
    for (const { term, form, typos } of pattern.slots[0]) {
      for (const posting of await index.postings(term)) note({ ...posting, typos }, form);
    }
  }
  return table;
}

/** Whether a document passes what the query asks for beside its words. */
async function documentFilter(index, plan) {
  const groups = [];
  for (const keys of plan.filters) {
    const postings = await Promise.all(keys.map((key) => index.postings(key)));
    groups.push(new Set(postings.flat().map((posting) => posting.number)));
  }
  const dropped = new Set();
  for (const pattern of plan.excluded) {
    const found = isPhrase(pattern) ? await phraseMatches(index, pattern)
      : (await Promise.all(pattern.slots[0].map(({ term }) => index.postings(term)))).flat();
    for (const { number } of found) dropped.add(number);
  }
  return (number) => !dropped.has(number) && groups.every((group) => group.has(number));
}

const proximity = (score, words, span) => divided(score * (words - 1), 2 * Math.max(span, words - 1));

/** Puts the documents of a query into their order. */
class Ranking {
  constructor(index, plan, tables) {
    Object.assign(this, { index, plan, tables });
  }

  rank(number, exact) {
    const rank = [exact.has(number) ? 0 : 1, 0, 0, 0, 0];
    for (const table of this.tables) {
      const match = table.get(number);
      if (match) [rank[2], rank[3], rank[4]] = [rank[2] + match.typos, rank[3] + match.field, rank[4] + match.form];
      else rank[1] += 1;
    }
    return rank;
  }

  score(number) {
    return this.tables.reduce((sum, table) => {
      const match = table.get(number);
      const worth = match ? match.title + match.rest : 0;
      if (worth <= 0) return sum;
      const rarity = log2(2 * this.index.count + 2, 2 * table.size + 1);
      return sum + divided(rarity * divided(worth * (1000 + SATURATION), worth + divided(1024 * SATURATION, 1000)), 1000);
    }, 0);
  }

  /** The first of some documents by rank, score and place. */
  async first(limit, numbers, exact) {
    const groups = new Map();
    for (const number of numbers) {
      const rank = this.rank(number, exact);
      const key = rank.join(" ");
      if (!groups.has(key)) groups.set(key, { rank, numbers: [] });
      groups.get(key).numbers.push(number);
    }
    const selected = [];
    for (const { rank, numbers } of [...groups.values()].sort((left, right) => (isBefore(left.rank, right.rank) ? -1 : 1))) {
      if (selected.length < limit) selected.push(...(await this.sorted(numbers, rank, limit - selected.length)));
    }
    return selected;
  }

  async sorted(numbers, rank, limit) {
    let group = numbers.map((number) => ({ number, rank, score: this.score(number) }));
    if (this.tables.length > 1) {
      const scores = group.map((hit) => hit.score).sort((left, right) => right - left);
      if (group.length > limit) {
        group = group.filter((hit) => hit.score + proximity(hit.score, 2, 1) >= scores[limit - 1]);
      }
      const near = await spans(this.index, this.plan, new Set(group.map((hit) => hit.number)));
      for (const hit of group) {
        const span = near.get(hit.number);
        if (span !== undefined) hit.score += proximity(hit.score, this.tables.length, span);
      }
    }
    group.sort((left, right) => right.score - left.score || left.number - right.number);
    return group.slice(0, limit);
  }

  /** The documents whose title has the words of the query and no others, in their order. */
  async exactTitles(found) {
    const words = this.plan.atoms.flatMap((atom) => atom.parts);
    let exact = new Set(found);
    for (const [place, word] of words.entries()) {
      const isLong = words.length > 1;
      const postings = await (isLong ? this.index.places(word) : this.index.postings(word));
      const standing = postings.filter(({ number, fields: [first] }) =>
        exact.has(number) && first.field === TITLE && first.length === words.length &&
        (!isLong || first.places.includes(place)));
      exact = new Set(standing.map((posting) => posting.number));
    }
    return words.length && words.length < 255 ? exact : new Set();
  }
}

/** Answers a query as the terminal does: the first hits, the number of all, and what was understood. */
async function answer(index, text, limit) {
  await index.open();
  const query = readQuery(text);
  const plan = await new Planner(index).plan(query);
  const passes = await documentFilter(index, plan);
  const tables = await Promise.all(plan.atoms.map((atom) => matchTable(index, atom)));
  const ranking = new Ranking(index, plan, tables);
  const all = tables.length ? [...tables[0].keys()] : Array.from({ length: index.count }, (_, number) => number);
  const found = all.filter((number) => passes(number) && tables.every((table) => table.has(number)));
  const result = { plan, total: found.length, hits: [], nearMisses: [], suggestions: [] };
  result.hits = await ranking.first(limit, found, await ranking.exactTitles(found));
  if (plan.atoms.some((atom) => atom.correction)) {
    result.corrected = plan.atoms.map((atom) => atom.correction || atom.text).join(" ");
  }
  result.translations = [...new Set(plan.atoms.flatMap((atom) => atom.translations))];
  if (found.length === 0 && tables.length) {
    const some = new Set(tables.flatMap((table) => [...table.keys()]).filter(passes));
    result.nearMisses = await ranking.first(3, some, new Set());
    result.suggestions = await (await index.near()).suggestions(plan);
  }
  return result;
}
