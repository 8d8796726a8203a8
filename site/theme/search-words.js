// Words as search compares them: the browser's twin of Sources/Search/Text/Tokenizer.swift and LetterFold.swift.

const LONGEST_WORD = 64;
const MOST_PARTS = 4;
const [SMALL, CAPITAL, DIGIT, MARK, OTHER] = [0, 1, 2, 3, 4];
const KINDS = [/[\p{Ll}\p{Lm}\p{Lo}]/u, /[\p{Lu}\p{Lt}]/u, /[\p{Nd}\p{Nl}]/u, /[\p{Mn}\p{Mc}]/u, /^/];

/** The letters up to U+017F that Unicode does not take apart. */
const BASES = new Map("æ:ae ð:d ø:o þ:th ß:ss đ:d ħ:h ı:i ĳ:ij ĸ:k ŀ:l ł:l ŉ:n ŋ:n œ:oe ŧ:t ſ:s ё:е"
  .split(" ").map((pair) => pair.split(":")));

/** A letter without case and, among Latin ones, without accents. */
function folded(letter) {
  const small = letter.toLowerCase();
  return (letter < "Ѡ" && BASES.get(small)) || (letter >= "À" && letter <= "ſ" ? small.normalize("NFD")[0] : small);
}

const byteCount = (text) => new TextEncoder().encode(text).length;

/**
 * The words of a text, each with its position and the place in the text that it was made of.
 *
 * Parts that a hyphen, slash, dot, apostrophe or underscore joins, and those of camelCase, are words of their own; the
 * whole is one more at the position of its first part.
 */
class Tokenizer {
  constructor(text) {
    Object.assign(this, { text, tokens: [], parts: [], part: null, previous: OTHER, length: 0 });
    let index = 0;
    for (const letter of text) {
      this.take(letter, KINDS.findIndex((kind) => kind.test(letter)), index);
      index += letter.length;
    }
    this.endPart(index);
    this.flush();
  }

  take(letter, kind, index) {
    const part = this.part;
    if (kind === MARK) {
      // Accents are dropped, as composed letters lose theirs; only й is a letter of its own.
      if (letter === "\u0306" && part && part.term.endsWith("и")) part.term = part.term.slice(0, -1) + "й";
      else if (part && (letter < "\u0300" || letter > "\u036f")) part.term += letter.toLowerCase();
    } else if (kind === OTHER) {
      if (part && this.isSign(letter, index)) return this.append(letter);
      this.endPart(index);
      this.previous = OTHER;
      if (!"-_/.'‐‑’".includes(letter) || !/[^\0-/:-@[-`{-\x7f]/.test(this.text[index + 1] || " ")) this.flush();
    } else {
      if (kind === CAPITAL && part && this.beginsHump(letter, index)) this.endPart(index);
      this.part ||= { term: "", start: index };
      this.append(folded(letter));
      this.previous = kind;
    }
  }

  beginsHump(letter, index) {
    if (this.previous === SMALL || letter > "Z") return this.previous === SMALL;
    return (this.previous === DIGIT ? /^[a-z]/ : /^[a-z]{2}/).test(this.text.slice(index + 1, index + 3));
  }

  /** The signs of c++, c# and f# belong to the word. */
  isSign(sign, index) {
    const joined = this.part.term + sign;
    return /^([cf]#|c\+\+)$/.test(joined) || (joined === "c+" && this.text[index + 1] === "+");
  }

  append(letters) {
    if (byteCount(this.part.term) < LONGEST_WORD) this.part.term += letters;
  }

  endPart(index) {
    const part = this.part;
    this.part = null;
    if (!part) return;
    this.parts.push({ term: part.term, position: this.length, start: part.start, end: index });
    this.length += 1;
  }

  flush() {
    const parts = this.parts;
    this.parts = [];
    this.tokens.push(...parts);
    if (parts.length < 2 || parts.length > MOST_PARTS) return;
    const term = parts.map((part) => part.term).join("");
    const [first, last] = [parts[0], parts[parts.length - 1]];
    if (byteCount(term) > LONGEST_WORD) return;
    this.tokens.push({ term, position: first.position, start: first.start, end: last.end });
  }
}

const tokens = (text) => new Tokenizer(text).tokens;

/** The words of a text without the joined ones. */
function partsOf(text) {
  const parts = [];
  for (const token of tokens(text)) if (token.position === parts.length) parts.push(token.term);
  return parts;
}
