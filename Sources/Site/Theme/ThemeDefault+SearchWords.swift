extension ThemeDefault {
    /// How search cuts texts into words; equal to `site/theme/search-words.js`.
    package static let searchWords = #"""
        // Words as search compares them: the browser's twin of Sources/Search/Text/Tokenizer.swift and LetterFold.swift.

        const LONGEST_WORD = 64;
        const MOST_PARTS = 4;
        const [SMALL, CAPITAL, DIGIT, MARK, OTHER] = [0, 1, 2, 3, 4];

        const LATIN_BASES =
          "aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y" +
          "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll" +
          "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
        const PAIRS = { "Æ": "ae", "æ": "ae", "Þ": "th", "þ": "th", "ß": "ss", "Ĳ": "ij", "ĳ": "ij", "Œ": "oe", "œ": "oe" };

        function kindOf(code, letter) {
          if ((code >= 0x410 && code <= 0x42f) || [0x401, 0x404, 0x406, 0x407].includes(code)) return CAPITAL;
          if ((code >= 0x430 && code <= 0x44f) || [0x451, 0x454, 0x456, 0x457].includes(code)) return SMALL;
          if (code >= 0x300 && code <= 0x36f) return MARK;
          if (/[\p{Lu}\p{Lt}]/u.test(letter)) return CAPITAL;
          if (/[\p{Ll}\p{Lm}\p{Lo}]/u.test(letter)) return SMALL;
          if (/[\p{Mn}\p{Mc}]/u.test(letter)) return MARK;
          return /[\p{Nd}\p{Nl}]/u.test(letter) ? DIGIT : OTHER;
        }

        /** A letter outside ASCII without case and accents. */
        function folded(code, letter) {
          if (code === 0x401 || code === 0x451) return "е";
          const base = code >= 0xc0 && code <= 0x17f ? LATIN_BASES[code - 0xc0] : "*";
          return base === "*" ? PAIRS[letter] || letter.toLowerCase() : base;
        }

        const byteCount = (text) => new TextEncoder().encode(text).length;
        const isAlphanumeric = (code) =>
          (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
        const isSmallASCII = (code) => code >= 0x61 && code <= 0x7a;

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
            while (index < text.length) {
              const code = text.codePointAt(index);
              if (code < 0x80) this.takeASCII(code, index);
              else this.take(code, String.fromCodePoint(code), index);
              index += code > 0xffff ? 2 : 1;
            }
            this.endPart(text.length);
            this.flush();
          }

          takeASCII(code, index) {
            const isCapital = code >= 0x41 && code <= 0x5a;
            if (!isCapital && !isAlphanumeric(code)) return this.takeSeparator(code, index);
            if (isCapital && this.part && this.beginsHump(index)) this.endPart(index);
            this.open(index);
            this.append(String.fromCharCode(isCapital ? code | 0x20 : code));
            this.previous = isCapital ? CAPITAL : code < 0x3a ? DIGIT : SMALL;
          }

          beginsHump(index) {
            const isSmall = (place) => isSmallASCII(this.text.charCodeAt(place));
            if (this.previous === SMALL) return true;
            if (this.previous === DIGIT) return isSmall(index + 1);
            return this.previous === CAPITAL && isSmall(index + 1) && isSmall(index + 2);
          }

          takeSeparator(code, index) {
            const sign = String.fromCharCode(code);
            if (this.part && this.isSign(sign, index)) return this.append(sign);
            this.endPart(index);
            this.previous = OTHER;
            if (!"-_/.'".includes(sign) || !this.beginsWord(index + 1)) this.flush();
          }

          /** The signs of c++, c# and f# belong to the word. */
          isSign(sign, index) {
            const term = this.part.term;
            if (sign === "#") return term === "c" || term === "f";
            if (sign !== "+" || term[0] !== "c") return false;
            return (term === "c" && this.text[index + 1] === "+") || (term.length === 2 && term[1] === "+");
          }

          beginsWord(index) {
            const code = this.text.charCodeAt(index);
            return code >= 0x80 || isAlphanumeric(code);
          }

          take(code, letter, index) {
            const kind = kindOf(code, letter);
            if (kind === MARK) {
              // Accents are dropped, as composed letters lose theirs; only й is a letter of its own.
              if (code === 0x306 && this.part && this.part.term.endsWith("и")) {
                this.part.term = this.part.term.slice(0, -1) + "й";
              } else if (this.part && (code < 0x300 || code > 0x36f)) {
                this.part.term += letter.toLowerCase();
              }
            } else if (kind === OTHER) {
              this.endPart(index);
              this.previous = OTHER;
              if (![0x2010, 0x2011, 0x2019].includes(code) || !this.beginsWord(index + letter.length)) this.flush();
            } else {
              if (kind === CAPITAL && this.previous === SMALL && this.part) this.endPart(index);
              this.open(index);
              this.append(folded(code, letter));
              this.previous = kind;
            }
          }

          open(index) {
            if (!this.part) this.part = { term: "", start: index };
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

        """#
}
