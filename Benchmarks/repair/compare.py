#!/usr/bin/env python3
"""Compares Archbook's text repair with ftfy (pip install ftfy) and prints both figures.

Prose in five languages is encoded as UTF-8 and decoded in another encoding; counted are the lines that come back
exactly. The clean lines are those of the tests; counted are the lines that change though nothing is wrong with them.

    compare.py [--archbook .build/release/archbook] [--show-misses N]

`archbook repair -` sees each sample whole, as it sees a file, and once line by line, as ftfy does.
"""

import argparse
import pathlib
import re
import subprocess

import ftfy
import prose

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENCODINGS = {
    "mac-roman": ["macroman"],
    "windows-1252": ["sloppy-windows-1252"],
    "windows-1251": ["sloppy-windows-1251"],
    "koi8-r": ["koi8-r"],
    "cp866": ["cp866"],
    "windows-1252 twice": ["sloppy-windows-1252"] * 2,
    "windows-1252, mac-roman": ["sloppy-windows-1252", "macroman"],
}


def broken(line, layers):
    for layer in layers:
        line = line.encode("utf-8").decode(layer)
    return line


def whole(archbook, lines):
    text = "".join(line + "\n" for line in lines)
    result = subprocess.run([archbook, "repair", "-"], input=text.encode("utf-8"), stdout=subprocess.PIPE, check=True)
    return result.stdout.decode("utf-8").split("\n")[: len(lines)]


def line_by_line(archbook, lines):
    return [whole(archbook, [line])[0] for line in lines]


def by_ftfy(lines):
    return [ftfy.fix_encoding(line) for line in lines]


def clean_lines():
    lines = []
    for path in sorted((ROOT / "Tests/ReadingTests/Repair").glob("Clean*.swift")):
        for text in re.findall(r'#"""\n(.*?)"""#', path.read_text(encoding="utf-8"), re.S):
            lines += [line.strip() for line in text.split("\n") if line.strip()]
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archbook", default=str(ROOT / ".build/release/archbook"))
    parser.add_argument("--show-misses", type=int, default=0, metavar="N")
    options = parser.parse_args()
    ways = {
        "archbook": lambda lines: whole(options.archbook, lines),
        "archbook, line by line": lambda lines: line_by_line(options.archbook, lines),
        "ftfy " + ftfy.__version__: by_ftfy,
    }
    print("| encoding | language | lines | " + " | ".join(ways) + " |")
    print("|---|---|---:|" + "---:|" * len(ways))
    misses = []
    for encoding, layers in ENCODINGS.items():
        for language in prose.LANGUAGES:
            clean = prose.lines(language)
            damaged = [broken(line, layers) for line in clean]
            cells = []
            for name, repair in ways.items():
                result = repair(damaged)
                wrong = [(name, encoding, a, c) for a, c in zip(clean, result) if a != c]
                misses += wrong[: options.show_misses] if name.startswith("archbook") else []
                cells.append(f"{100 * (len(clean) - len(wrong)) / len(clean):.1f} %")
            print(f"| {encoding} | {language} | {len(clean)} | " + " | ".join(cells) + " |")
    clean = clean_lines()
    changed = [sum(a != b for a, b in zip(clean, repair(clean))) for repair in ways.values()]
    print(f"| none | clean lines that change | {len(clean)} | " + " | ".join(map(str, changed)) + " |")
    for miss in misses:
        print(*miss, sep="\n    ")


if __name__ == "__main__":
    main()
