#!/usr/bin/env python3
"""Measures the speed of Archbook beside programs that do the least that it must, and prints one table.

    speed.py [--archbook .build/release/archbook] [--runs 7]

The books are generated from a seed, so every run reads the same bytes. Programs that are compared take turns; the
figures are medians of the wall clock time.
"""

import argparse
import pathlib
import random
import shutil
import statistics
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
BOOKS = ROOT / ".build/bench"
EXTENSIONS = [word for name in ["table", "strikethrough", "autolink", "tasklist"] for word in ["-e", name]]
ENGLISH = (
    "service order event queue broker consumer saga outbox state message retry timeout circuit breaker latency "
    "throughput partition replica leader write read model command query stream snapshot log consistency the a of and "
    "is when that which keeps sends stores waits fails each one before after under load"
).split()
RUSSIAN = (
    "сервис заказ событие очередь брокер сообщение повтор предел задержка раздел реплика запись чтение модель команда "
    "запрос поток журнал согласованность и в на что когда который хранит шлёт ждёт каждый до после под нагрузкой"
).split()


class Author:
    """Writes documents of the shapes that people have."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def words(self, count, language):
        return " ".join(self.random.choice(language) for _ in range(count))

    def sentence(self, language):
        return self.words(self.random.randint(6, 16), language).capitalize() + "."

    def paragraph(self, language):
        return " ".join(self.sentence(language) for _ in range(self.random.randint(2, 5)))

    def link(self, language):
        slug = "-".join(self.words(4, ENGLISH).split())
        number = self.random.randrange(10**6)
        return f"- [{self.words(4, language)}](https://example.org/{slug}/{number}) - {self.words(8, language)}"

    def section(self, language):
        blocks = [f"## {self.words(2, language).capitalize()}", self.paragraph(language)]
        shape = self.random.randrange(4)
        if shape == 0:
            blocks.append("\n".join(self.link(language) for _ in range(5)))
        elif shape == 1:
            blocks.append("\n".join(f"- {self.sentence(language)} `code` and *emphasis*" for _ in range(4)))
        elif shape == 2:
            rows = [f"| {self.words(2, language)} | {self.random.randrange(100)} |" for _ in range(5)]
            blocks.append("\n".join(["| Name | Number |", "| --- | --- |"] + rows))
        else:
            blocks.append("```text\n" + "\n".join(self.words(6, ENGLISH) for _ in range(5)) + "\n```")
        return "\n\n".join(blocks)

    def document(self, size):
        language = RUSSIAN if self.random.random() < 0.3 else ENGLISH
        parts = [f"# {self.words(3, language).capitalize()}", self.paragraph(language)]
        length = 0
        while length < size:
            parts.append(self.section(language))
            length += len(parts[-1].encode())
        return "\n\n".join(parts) + "\n"


def make_book(name, files, size):
    """Writes a book of some files of about some bytes each, and returns its folder."""
    folder = BOOKS / name
    shutil.rmtree(folder, ignore_errors=True)
    author = Author(seed=2026)
    for number in range(files):
        path = folder / "knowledge" / f"{number % 40:02}" / f"note-{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(author.document(size), encoding="utf-8")
    (folder / "archbook.yml").write_text("title: A generated book\n")
    return folder


def seconds(command, folder):
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def medians(commands, folder, runs):
    """Runs the commands in turns and returns the median of each, in milliseconds; the first turn only warms up."""
    turns = [[seconds(command, folder) for command in commands] for _ in range(runs + 1)]
    return [1000 * statistics.median(times) for times in zip(*turns[1:])]


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def compare(name, archbook, peer_name, peer, folder, runs):
    own, other = medians([archbook, peer], folder, runs)
    row(name, f"{own:.1f} ms", peer_name, f"{other:.1f} ms", f"{own / other:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archbook", default=str(ROOT / ".build/release/archbook"))
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    archbook, runs = options.archbook, options.runs

    row("what", "archbook", "beside", "time", "ratio")
    row("---", "---:", "---", "---:", "---:")
    book = make_book("large", files=1200, size=8200)
    sources = sorted(str(path) for path in book.rglob("*.md"))
    size = sum(pathlib.Path(path).stat().st_size for path in sources)
    what = f"`list --json`, {size / 1e6:.1f} MB in {len(sources)} files"
    peer = ["cmark-gfm", *EXTENSIONS, *sources]
    compare(what, [archbook, "list", "--json"], "`cmark-gfm`, the same bytes", peer, book, runs)
    compare("`--version`", [archbook, "--version"], "`/bin/true`", ["/bin/true"], book, runs * 5)
    for command in ["list", "coverage"]:
        smallest = None
        for files in [1000, 3000, 10000]:
            folder = make_book("small", files=files, size=600)
            (own,) = medians([[archbook, command]], folder, max(runs // 2, 3))
            smallest = smallest or own
            expected = smallest * files / 1000
            row(f"`{command}`, {files} small files", f"{own:.0f} ms", "in proportion to 1000", f"{expected:.0f} ms",
                f"{own / expected:.2f}")
    shutil.rmtree(BOOKS)


if __name__ == "__main__":
    main()
