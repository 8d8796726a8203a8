"""Writes one and the same set of notes for Archbook, Hugo and MkDocs, from a seed: the same bytes every time.

    python3 generate.py FOLDER COUNT

makes FOLDER/archbook, FOLDER/hugo and FOLDER/mkdocs, each ready to be built. A note has a heading, some 220 words, a
table, code, three links to other notes and two or three tags.
"""

import pathlib
import random
import sys

WORDS = (
    "service queue event order saga outbox replica shard leader cache latency request message retry timeout broker "
    "consumer producer commit log state machine boundary context aggregate command query store index token budget "
    "failure recovery drift schema version contract gateway proxy circuit bulkhead deadline backpressure window batch "
    "stream offset partition quorum lease clock snapshot journal ledger tenant region zone cluster node pod volume"
).split()
SMALL = "a the of in for with to and on by from as is are may must when while each every no".split()
TAGS = "cqrs saga resilience messaging storage consistency scaling security testing observability api cloud".split()

HUGO_BASE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="{{ "style.css" | relURL }}"></head><body><header><a href="{{ "" | relURL }}">Notes</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""
HUGO_SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
"""
HUGO_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""


def sentence(chance):
    words = [chance.choice(SMALL) if place % 3 == 1 else chance.choice(WORDS) for place in range(chance.randint(9, 15))]
    return " ".join(words).capitalize() + "."


def paragraph(chance, count):
    return " ".join(sentence(chance) for _ in range(count))


def note(number, count, chance):
    """The title, the tags and the parts of a note; links are pairs of a number and a title."""
    title = " ".join(word.capitalize() for word in chance.sample(WORDS, 2)) + f" {number:05}"
    tags = sorted(chance.sample(TAGS, chance.randint(2, 3)))
    others = [chance.randrange(count) for _ in range(3)]
    table = ["| part | cost |", "| --- | ---: |"] + [
        f"| {chance.choice(WORDS)} | {chance.randrange(100)} |" for _ in range(4)
    ]
    name = chance.choice(WORDS)
    code = f"func {name}(count: Int) -> Int {{\n    let limit = {number}\n    return count * limit // {name}\n}}"
    return title, tags, others, [paragraph(chance, 6) for _ in range(3)], "\n".join(table), code


def body(parts, link):
    title, _, others, (first, second, third), table, code = parts
    links = ", ".join(link(other) for other in others)
    return (
        f"{first}\n\n## When to use it\n\n{second}\n\n{table}\n\n## How it works\n\n```swift\n{code}\n```\n\n"
        f"{third}\n\nSee {links}.\n"
    )


def main(root, count):
    root = pathlib.Path(root)
    folders = {name: root / name for name in ("archbook", "hugo", "mkdocs")}
    places = {
        "archbook": folders["archbook"] / "knowledge/notes",
        "hugo": folders["hugo"] / "content/notes",
        "mkdocs": folders["mkdocs"] / "docs",
    }
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True)
    (folders["archbook"] / "archbook.yml").write_text("title: Notes\nsite:\n  url: https://example.org/\n")
    (folders["hugo"] / "hugo.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "Notes"\n[taxonomies]\ntag = "tags"\n[markup.highlight]\nnoClasses = false\n'
    )
    (folders["hugo"] / "config.toml").write_text((folders["hugo"] / "hugo.toml").read_text())
    layouts = folders["hugo"] / "layouts/_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for name, text in (("baseof", HUGO_BASE), ("single", HUGO_SINGLE), ("list", HUGO_LIST)):
        (layouts / f"{name}.html").write_text(text)
    # The whole tree of pages in every page makes MkDocs quadratic; with the first page alone in it, it is not.
    (folders["mkdocs"] / "mkdocs.yml").write_text(
        "site_name: Notes\nsite_url: https://example.org/\nnav:\n  - index.md\nvalidation:\n  nav:\n    omitted_files: ignore\n"
    )
    (places["mkdocs"] / "index.md").write_text("# Notes\n")
    chance = random.Random(20_260_112)
    for number in range(count):
        parts = note(number, count, chance)
        title, tags = parts[0], parts[1]
        name = f"n{number:05}"
        relative = body(parts, lambda other: f"[note {other}](n{other:05}.md)")
        hashtags = " ".join(f"#{tag}" for tag in tags)
        (places["archbook"] / f"{name}.md").write_text(f"# {title}\n\n{hashtags}\n\n{relative}")
        (places["mkdocs"] / f"{name}.md").write_text(f"# {title}\n\n{' '.join(tags)}\n\n{relative}")
        front = f'---\ntitle: "{title}"\ntags: [{", ".join(tags)}]\n---\n'
        (places["hugo"] / f"{name}.md").write_text(front + body(parts, lambda o: f"[note {o}](/notes/n{o:05}/)"))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
