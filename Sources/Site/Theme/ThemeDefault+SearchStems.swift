extension ThemeDefault {
    /// How search brings words to their stems; equal to `site/theme/search-stems.js`.
    package static let searchStems = #"""
        // Stems: English for Latin letters, Russian for Cyrillic ones, as Snowball 2.2 has them (snowballstem.org).

        function stem(word) {
          if (word.length > 2 && /^[a-z]+$/.test(word)) return englishStem(word);
          if (!/^[\u0400-\u047f]{3,}$/.test(word)) return word;
          const stem = russianStem(word);
          // An adjective stands by its noun: архитектурный by архитектура.
          const isAdjective = stem.length >= 7 && stem.endsWith("н") && ADJECTIVES.has(word.slice(stem.length));
          return isAdjective ? stem.slice(0, -1) : stem;
        }

        const ADJECTIVES = new Set("ый ая ое ые ого ому ой ым ых ыми ую ом".split(" "));

        /** The longest of some endings that a word has, or undefined. */
        const ending = (word, endings) => endings.find((end) => word.endsWith(end));
        const byLength = (words) => words.split(" ").sort((left, right) => right.length - left.length);
        const pairs = (text) => new Map(text.split(" ").map((pair) => pair.split(":")));

        // English: snowballstem.org/algorithms/english/stemmer.html

        const EXCEPTIONS = pairs(
          "skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli " +
            "singly:singl sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes");
        const KEPT = new Set("inning outing canning herring earring proceed exceed succeed".split(" "));
        const STEP_2 = pairs(
          "tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate " +
            "alism:al aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ogi:og " +
            "fulli:ful lessli:less li:");
        const STEP_3 = pairs("tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:");
        const STEP_4 = byLength("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion");
        const ENDS_2 = byLength([...STEP_2.keys()].join(" "));
        const ENDS_3 = byLength([...STEP_3.keys()].join(" "));
        const VOWEL = /[aeiouy]/;
        const SHORT = /(^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;

        function englishStem(word) {
          if (EXCEPTIONS.has(word)) return EXCEPTIONS.get(word);
          word = word.replace(/^y|([aeiouy])y/g, (match, vowel) => (vowel || "") + "Y");
          const afterSyllable = (from) => {
            const match = /[aeiouy][^aeiouy]/.exec(word.slice(from));
            return match ? from + match.index + 2 : word.length;
          };
          const special = /^(gener|commun|arsen)/.exec(word);
          const first = special ? special[0].length : afterSyllable(0);
          const second = afterSyllable(first);
          const inFirst = (end) => word.length - end.length >= first;
          const inSecond = (end) => word.length - end.length >= second;
          const cut = (end, put = "") => { word = word.slice(0, word.length - end.length) + put; };

          stepOne();
          if (KEPT.has(word)) return word.replace(/Y/g, "y");
          stepOneB();
          if (/.[^aeiouy][yY]$/.test(word)) cut("y", "i");
          stepTwo();
          stepThree();
          stepFour();
          stepFive();
          return word.replace(/Y/g, "y");

          function stepOne() {
            const end = ending(word, ["sses", "ied", "ies", "us", "ss", "s"]);
            if (end === "sses") cut("es");
            else if (end === "ied" || end === "ies") cut(end, word.length > 4 ? "i" : "ie");
            else if (end === "s" && VOWEL.test(word.slice(0, -2))) cut("s");
          }

          function stepOneB() {
            const end = ending(word, ["eedly", "ingly", "edly", "eed", "ing", "ed"]);
            if (end === "eed" || end === "eedly") {
              if (inFirst(end)) cut(end, "ee");
            } else if (end && VOWEL.test(word.slice(0, -end.length))) {
              cut(end);
              if (/(at|bl|iz)$/.test(word)) word += "e";
              else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = word.slice(0, -1);
              else if (word.length === first && SHORT.test(word)) word += "e";
            }
          }

          function stepTwo() {
            const end = ending(word, ENDS_2);
            if (!end || !inFirst(end)) return;
            if (end === "ogi" && !word.endsWith("logi")) return;
            if (end === "li" && !/[cdeghkmnrt]li$/.test(word)) return;
            cut(end, STEP_2.get(end));
          }

          function stepThree() {
            const end = ending(word, ENDS_3);
            if (!end || !inFirst(end) || (end === "ative" && !inSecond(end))) return;
            cut(end, STEP_3.get(end));
          }

          function stepFour() {
            const end = ending(word, STEP_4);
            if (!end || !inSecond(end) || (end === "ion" && !/[st]ion$/.test(word))) return;
            cut(end);
          }

          function stepFive() {
            if (word.endsWith("e")) {
              if (inSecond("e") || (inFirst("e") && !SHORT.test(word.slice(0, -1)))) cut("e");
            } else if (word.endsWith("ll") && inSecond("l")) {
              cut("l");
            }
          }
        }

        // Russian: snowballstem.org/algorithms/russian/stemmer.html. Endings of the first list need а or я before them.

        const GERUND = [byLength("в вши вшись"), byLength("ив ивши ившись ыв ывши ывшись")];
        const ADJECTIVE = [[], byLength(
          "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею")];
        const PARTICIPLE = [byLength("ем нн вш ющ щ"), byLength("ивш ывш ующ")];
        const REFLEXIVE = [[], byLength("ся сь")];
        const VERB = [byLength("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"), byLength(
          "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю")];
        const NOUN = [[], byLength(
          "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я")];

        function russianStem(word) {
          const match = /[аеиоуыэюя]/.exec(word);
          if (!match) return word;
          const start = match.index + 1;
          const head = word.slice(0, start);
          let rest = word.slice(start);
          const syllables = /^.*?[аеиоуыэюя][^аеиоуыэюя].*?[аеиоуыэюя][^аеиоуыэюя]/.exec(word);
          const second = syllables ? syllables[0].length - start : Infinity;

          /** Takes off the longest ending of two lists; false when there is none, or it may not be taken off. */
          const take = ([afterA, free]) => {
            const [one, two] = [ending(rest, afterA) || "", ending(rest, free) || ""];
            const end = one.length > two.length ? one : two;
            if (!end || (end === one && !/[ая]$/.test(rest.slice(0, rest.length - end.length)))) return false;
            rest = rest.slice(0, rest.length - end.length);
            return true;
          };

          if (!take(GERUND)) {
            take(REFLEXIVE);
            if (take(ADJECTIVE)) take(PARTICIPLE);
            else if (!take(VERB)) take(NOUN);
          }
          if (rest.endsWith("и")) rest = rest.slice(0, -1);
          const derived = ending(rest, ["ость", "ост"]);
          if (derived && rest.length - derived.length >= second) rest = rest.slice(0, -derived.length);
          const superlative = ending(rest, ["ейше", "ейш"]);
          if (superlative) rest = rest.slice(0, -superlative.length);
          if (rest.endsWith("нн")) rest = rest.slice(0, -1);
          else if (!superlative && rest.endsWith("ь")) rest = rest.slice(0, -1);
          return head + rest;
        }

        """#
}
