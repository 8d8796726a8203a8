extension ThemeDefault {
    /// What search does about words that are nowhere; equal to `site/theme/search-near.js`.
    package static let searchNear = #"""
        // What is done about a word that is nowhere: typing errors, the other keyboard layout, words like it. It is loaded as a
        // shard of the index, for most queries do without.

        archbookShard("near", (index, frontCoded) => {
          const [LATIN_KEYS, RUSSIAN_KEYS] = ["qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"];
          const TYPO = 5;
          const forgiven = (letters) => (letters <= 4 ? 0 : letters <= 8 ? 1 : 2);

          return { misspelt, shown, swapLayout, suggestions };

          /** Words with at most so many typing errors, sorted. */
          async function wordsNear(word, limit) {
            const letters = [...word];
            const found = [];
            const groups = index.head.letters.filter((count) => Math.abs(count - letters.length) <= limit);
            for (const group of await Promise.all(groups.map((count) => index.load("l" + count)))) {
              for (const other of frontCoded(group)) {
                const errors = editDistance(letters, [...other], limit);
                if (errors <= limit) found.push({ word: other, errors });
              }
            }
            return found.sort((left, right) => (left.word < right.word ? -1 : 1));
          }

          /** The words with the fewest typing errors. */
          async function misspelt(word) {
            const limit = forgiven([...word].length);
            const near = limit ? await wordsNear(word, limit) : [];
            const fewest = Math.min(...near.map((found) => found.errors));
            return near.filter((found) => found.errors === fewest)
              .map((found) => ({ term: found.word, form: TYPO, typos: fewest }));
          }

          /** The words of a pattern that most documents have, for the reader. */
          async function shown(slots) {
            const words = [];
            for (const slot of slots) {
              let best = { word: "", count: 0 };
              for (const { term } of slot) {
                const count = (await index.postings(term)).length;
                if (count > best.count) best = { word: term, count };
              }
              words.push(best.word);
            }
            return words.join(" ");
          }

          /** The text as the other keyboard layout would have written it. */
          function swapLayout(text) {
            const small = text.toLowerCase();
            const isRussian = [...small].some((letter) => RUSSIAN_KEYS.includes(letter));
            const [from, to] = isRussian ? [RUSSIAN_KEYS, LATIN_KEYS] : [LATIN_KEYS, RUSSIAN_KEYS];
            const swapped = [...small].map((letter) => (from.includes(letter) ? to[from.indexOf(letter)] : letter)).join("");
            return swapped === small ? null : swapped;
          }

          /** Words like those that were not found at all, at most three for each. */
          async function suggestions(plan) {
            const found = [];
            for (const part of plan.atoms.filter((atom) => !atom.patterns.length).flatMap((atom) => atom.parts)) {
              const letters = [...part].length;
              if (letters < 3) continue;
              const near = await wordsNear(part, forgiven(letters) + 1);
              near.sort((left, right) => left.errors - right.errors);
              found.push(...near.slice(0, 3).map((found) => found.word));
            }
            return found;
          }

          /** Letters left out, added, changed or swapped, no stretch edited twice; above the limit any number above it. */
          function editDistance(word, other, limit) {
            let [before, last] = [[], other.map((_, index) => index + 1)];
            last.unshift(0);
            for (let row = 1; row <= word.length; row += 1) {
              const next = [row];
              for (let column = 1; column <= other.length; column += 1) {
                const change = word[row - 1] === other[column - 1] ? 0 : 1;
                let value = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + change);
                if (row > 1 && column > 1 && word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1]) {
                  value = Math.min(value, before[column - 2] + 1);
                }
                next.push(value);
              }
              if (Math.min(...next) > limit) return limit + 1;
              [before, last] = [last, next];
            }
            return last[other.length];
          }
        });

        """#
}
