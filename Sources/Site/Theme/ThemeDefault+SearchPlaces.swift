extension ThemeDefault {
    /// How search tells where words stand to each other; equal to `site/theme/search-places.js`.
    package static let searchPlaces = #"""
        // Where words stand to each other: phrases, and how near the words of a query are.

        const isPhrase = (pattern) => Boolean(pattern.name) || pattern.slots.length > 1;

        /** Whether a list of numbers sorts before another. */
        function isBefore(left, right) {
          const place = left.findIndex((value, index) => value !== right[index]);
          return place >= 0 && left[place] < right[place];
        }

        /** The documents in which words follow one another; of the names of concepts the index tells them. */
        async function phraseMatches(index, pattern) {
          if (pattern.matches) return pattern.matches;
          if (pattern.name) {
            const matches = readPostings(pattern.name.documents, "word");
            addPlaces(matches, pattern.name.positions);
            pattern.matches = matches.map((match) => ({ ...match, form: SYNONYM, typos: 0 }));
            return pattern.matches;
          }
          let reached = await slotPlaces(index, pattern.slots[0]);
          for (const [offset, slot] of pattern.slots.entries()) {
            if (offset === 0) continue;
            const next = await slotPlaces(index, slot, reached);
            const kept = new Map();
            for (const [number, document] of reached) {
              const others = next.get(number)?.places;
              const places = new Map();
              for (const [place, reach] of document.places) {
                const other = others?.get(place + offset);
                if (other) places.set(place, { form: Math.max(reach.form, other.form), typos: reach.typos + other.typos });
              }
              if (places.size) kept.set(number, { places, lengths: document.lengths });
            }
            reached = kept;
          }
          const sorted = [...reached].sort(([left], [right]) => left - right);
          pattern.matches = sorted.map(([number, document]) => phraseMatch(number, document));
          return pattern.matches;
        }

        const FIELD = 1 << 24;

        /** The places of the words of a slot by document, as field and position in one number. */
        async function slotPlaces(index, slot, among) {
          const documents = new Map();
          for (const { term, form, typos } of slot) {
            for (const { number, fields } of await index.places(term)) {
              if (among && !among.has(number)) continue;
              if (!documents.has(number)) documents.set(number, { places: new Map(), lengths: [] });
              const { places, lengths } = documents.get(number);
              for (const field of fields) {
                lengths[field.field] = field.length;
                for (const position of field.places) {
                  const place = field.field * FIELD + position;
                  const known = places.get(place);
                  if (!known || isBefore([typos, form], [known.typos, known.form])) places.set(place, { form, typos });
                }
              }
            }
          }
          return documents;
        }

        function phraseMatch(number, { places, lengths }) {
          const reaches = [...places.values()];
          const typos = Math.min(...reaches.map((reach) => reach.typos));
          const form = Math.min(...reaches.filter((reach) => reach.typos === typos).map((reach) => reach.form));
          const fields = [];
          for (const place of [...places.keys()].sort((left, right) => left - right)) {
            const field = Math.floor(place / FIELD);
            const last = fields[fields.length - 1];
            if (last && last.field === field) last.places.push(place % FIELD);
            else fields.push({ field, length: lengths[field], places: [place % FIELD] });
          }
          for (const field of fields) field.count = field.places.length;
          return { number, fields, form, typos };
        }

        /** The smallest distance between the first and the last of all words in one field, by document. */
        async function spans(index, plan, documents) {
          const places = new Map();
          const collect = (number, fields, atom) => {
            if (!documents.has(number)) return;
            if (!places.has(number)) places.set(number, []);
            for (const field of fields) {
              for (const position of field.places) places.get(number).push([field.field, position, atom]);
            }
          };
          for (const [number, atom] of plan.atoms.entries()) {
            for (const pattern of atom.patterns) {
              const found = isPhrase(pattern) ? await phraseMatches(index, pattern) : [];
              for (const match of found) collect(match.number, match.fields, number);
              if (isPhrase(pattern)) continue;
              for (const { term } of pattern.slots[0]) {
                if (term[0] === "#") continue;
                for (const posting of await index.places(term)) collect(posting.number, posting.fields, number);
              }
            }
          }
          const spans = new Map();
          for (const [number, found] of places) {
            found.sort((left, right) => left[0] - right[0] || left[1] - right[1] || left[2] - right[2]);
            spans.set(number, smallestSpan(found, plan.atoms.length));
          }
          return spans;
        }

        function smallestSpan(places, atomCount) {
          const counts = new Array(atomCount).fill(0);
          let [missing, best, start] = [atomCount, undefined, 0];
          const drop = () => {
            counts[places[start][2]] -= 1;
            if (counts[places[start][2]] === 0) missing += 1;
            start += 1;
          };
          for (const [end, [field, position, atom]] of places.entries()) {
            while (start < end && places[start][0] !== field) drop();
            if (counts[atom] === 0) missing -= 1;
            counts[atom] += 1;
            while (missing === 0) {
              best = Math.min(best ?? Infinity, position - places[start][1]);
              drop();
            }
          }
          return best;
        }

        """#
}
