#!/usr/bin/env python3
"""Makes a book of mixed English and Russian entries, the same for the same numbers.

usage: generate.py FOLDER ENTRIES FILES
"""
import pathlib
import random
import sys

SYLLABLES = {
    "en": "al ber con dis ex for gen hal in jo ker lat mor net or per qua ran ser tion ul ver work lo da ta".split(),
    "ru": "ра бо та си сте ма об ла ко дан ны е за про со бы ти е вер но пе ре ход стро ка мо дель у зел".split(),
}
COMMON = {"en": "the a of and to is in for with on".split(), "ru": "и в на с по для от не что как".split()}
TERMS = {
    "en": "saga cache queue outbox kafka retry timeout replica shard microservice consistency idempotency".split(),
    "ru": "сага кэш очередь сообщение повтор реплика микросервис согласованность идемпотентность событие".split(),
}


def words(language, count, rng):
    made = set()
    while len(made) < count:
        made.add("".join(rng.choice(SYLLABLES[language]) for _ in range(rng.randint(2, 5))))
    return sorted(made)


def main():
    folder, entries, files = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(20260112)
    stock = {language: words(language, 60_000, rng) for language in SYLLABLES}

    def word(language):
        chance = rng.random()
        if chance < 0.3:
            return rng.choice(COMMON[language])
        if chance < 0.36:
            return rng.choice(TERMS[language])
        # Few words are frequent and most are rare, as in real texts.
        return stock[language][int(len(stock[language]) * rng.random() ** 3)]

    def text(language, count):
        return " ".join(word(language) for _ in range(count))

    (folder / "knowledge").mkdir(parents=True, exist_ok=True)
    for number in range(files):
        lines = [f"# {text('en', 2)} {number}", ""]
        for entry in range(entries // files):
            language = "en" if (number + entry) % 2 else "ru"
            if entry % 10 == 0:
                lines += ["", f"## {text(language, 3)}", ""]
            title = text(language, rng.randint(2, 6))
            lines.append(f"- [{title}](https://example.org/{number}/{entry}) - {text(language, 75)}")
        (folder / "knowledge" / f"part-{number:05}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
