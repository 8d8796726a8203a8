// The index, which Sources/Search/Web writes: a shard is loaded when a query first needs it.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
const [TITLE, ALIAS] = [0, 1];

/** Reads numbers of five bits a digit, the lowest first. */
class Digits {
  constructor(text) {
    this.text = text;
    this.index = 0;
  }

  get isAtEnd() {
    return this.index >= this.text.length;
  }

  next() {
    let [value, shift] = [0, 1];
    for (;;) {
      const digit = VALUES.get(this.text[this.index++]);
      value += (digit & 31) * shift;
      if (digit < 32) return value;
      shift *= 32;
    }
  }
}

/** Texts of which each begins with the number of letters that it shares with the one before. */
function frontCoded(text) {
  let previous = "";
  return text === "" ? [] : text.split(" ").map((part) => {
    const digits = new Digits(part);
    const shared = digits.next();
    previous = previous.slice(0, shared) + part.slice(digits.index);
    return previous;
  });
}

/** The number of the last of some sorted things that is not after another; 0 when all are. */
function lastNotAfter(things, isAfter) {
  const next = things.findIndex(isAfter);
  return Math.max((next < 0 ? things.length : next) - 1, 0);
}

const safeName = (text) =>
  text.replace(/[\0- \x7f%"\\,:<]/g, (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0"));
const listed = (text) => (text === "" ? [] : text.split(" "));

class Index {
  /** `load` gives the promise of a shard's content by its name. */
  constructor(load) {
    this.loadShard = load;
    this.loaded = new Map();
  }

  load(name) {
    if (!this.loaded.has(name)) this.loaded.set(name, this.loadShard(name));
    return this.loaded.get(name);
  }

  async open() {
    if (this.head) return;
    const head = await this.load("index");
    this.firstKeys = frontCoded(head.terms);
    this.head = head;
    [this.count, this.lengths, this.terms] = [head.count, head.lengths, new Map()];
  }

  // Terms

  shardNumber(key) {
    return lastNotAfter(this.firstKeys, (first) => key < first);
  }

  /** The shard in which a key stands, or would stand. */
  shardOf(key) {
    return this.shard(this.shardNumber(key));
  }

  shard(number) {
    if (!this.terms.has(number)) this.terms.set(number, this.readShard(number));
    return this.terms.get(number);
  }

  async readShard(number) {
    if (number >= this.firstKeys.length) return { number, keys: new Map(), words: [], stems: new Map(), names: [] };
    const [keys, documents, strangers, names] = await this.load("t" + number);
    const words = frontCoded(keys);
    const stems = new Map();
    const add = (stem, word) => stems.set(stem, [...(stems.get(stem) || []), word]);
    for (const word of words) if (!"#@~=".includes(word[0])) add(stem(word), word);
    for (const stranger of listed(strangers)) {
      const [stem, others] = stranger.split(":");
      for (const word of others.split(",")) add(stem, word);
    }
    return {
      number, words, stems,
      keys: new Map(words.map((word, place) => [word, place])),
      documents: documents.split(" "),
      names: listed(names).map((name) => {
        const [concept, stems] = name.split(":");
        return { concept: Number(concept), stems: stems.split(",") };
      }),
    };
  }

  async contains(key) {
    return (await this.shardOf(key)).keys.has(key);
  }

  /** Where a term occurs: documents with their fields, each with the number of occurrences and its length. */
  async postings(key) {
    const shard = await this.shardOf(key);
    const place = shard.keys.get(key);
    if (place === undefined) return [];
    const kept = (shard.postings ||= new Map());
    if (!kept.has(key)) kept.set(key, readPostings(shard.documents[place], key));
    return kept.get(key);
  }

  /** The same with `places`, the positions in each field. */
  async places(key) {
    const postings = await this.postings(key);
    if (postings.length === 0 || postings[0].fields[0]?.places) return postings;
    const shard = await this.shardOf(key);
    const positions = (await this.load("p" + shard.number)).split(" ");
    addPlaces(postings, positions[shard.keys.get(key)]);
    return postings;
  }

  async wordsOfStem(stem) {
    return [...((await this.shardOf(stem)).stems.get(stem) || [])].sort();
  }

  async wordsWithPrefix(prefix) {
    const words = [];
    for (let number = this.shardNumber(prefix); number < this.firstKeys.length; number += 1) {
      const first = this.firstKeys[number];
      if (!first.startsWith(prefix) && first > prefix) break;
      words.push(...(await this.shard(number)).words.filter((word) => word.startsWith(prefix)));
    }
    return words;
  }

  // Concepts and documents

  /** The concepts that have a name which begins with this stem. */
  async namesFrom(stem) {
    return (await this.shardOf(stem)).names.filter((name) => name.stems[0] === stem);
  }

  async concept(number) {
    const [id, names, narrower] = (await this.load("c" + (number >> 3)))[number & 7];
    return { id, narrower, names: names.map(([text, isPreferred, documents, positions, key]) =>
      ({ text, isPreferred: isPreferred === 1, documents, positions, key })) };
  }

  /** What is only needed for words that are nowhere. */
  async near() {
    return (await this.load("near"))(this, frontCoded);
  }

  async document(number) {
    const starts = this.head.documents;
    const shard = lastNotAfter(starts, (start) => start > number);
    const [title, page, kind, place, excerpt, language] = (await this.load("d" + shard))[number - starts[shard]];
    return { title, page, kind, place, excerpt, language };
  }
}

function readPostings(text, key) {
  const sigil = key[0];
  const digits = new Digits(text);
  const postings = [];
  let number = -1;
  while (!digits.isAtEnd) {
    number += digits.next();
    const fields = [];
    if (sigil === "#") {
      fields.push({ field: ALIAS, count: 1, length: digits.next() });
    } else if (!"@~=".includes(sigil)) {
      for (let more = 8; more; ) {
        const head = digits.next();
        more = head & 8;
        fields.push({ field: head & 7, count: head >> 4, length: digits.next() });
      }
    }
    postings.push({ number, fields });
  }
  return postings;
}

function addPlaces(postings, text) {
  const digits = new Digits(text);
  for (const posting of postings) {
    for (const field of posting.fields) {
      let position = 0;
      field.places = Array.from({ length: field.count }, () => (position += digits.next()));
    }
  }
}
