#!/usr/bin/env python3
"""Compares the crossings of the layout with those of dot -Gnewrank=true, on the sample views and 200 generated ones.

usage: swift build -c release --package-path Benchmarks/diagrams && Benchmarks/diagrams/compare.py
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
STEPS = 12
HAIR = 1e-5


def points(position):
    """The corners of a spline, its curves cut into short straight lines."""
    start = end = None
    knots = []
    for part in position.split():
        if part.startswith("e,"):
            end = tuple(map(float, part[2:].split(",")))
        elif part.startswith("s,"):
            start = tuple(map(float, part[2:].split(",")))
        else:
            knots.append(tuple(map(float, part.split(","))))
    path = [start] if start else []
    path.append(knots[0])
    for i in range(0, len(knots) - 1, 3):
        a, b, c, d = knots[i:i + 4]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            u = 1 - t
            path.append(tuple(u**3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t**3 * d[k] for k in (0, 1)))
    if end:
        path.append(end)
    return path


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crossings(paths):
    """The crossings of all pairs of lines.

    Splines of dot may cross exactly where two of their parts meet, which a strict test would miss. So every line is moved by
    a hair, each by another one, in four directions, and the least count of each pair holds: a true crossing is seen whatever
    the direction, a touch or a common end is not.
    """
    counts = [pair_crossings(paths, x * HAIR, y * HAIR) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    return sum(min(count.get(pair, 0) for count in counts) for pair in counts[0])


def pair_crossings(paths, x, y):
    runs = []
    for number, path in enumerate(paths):
        path = [(a[0] + number * x, a[1] + number * y) for a in path]
        for a, b in zip(path, path[1:]):
            runs.append((min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]), a, b, number))
    runs.sort()
    counts = collections.Counter()
    for i, first in enumerate(runs):
        for second in runs[i + 1:]:
            if second[0] > first[1]:
                break
            if first[6] == second[6] or second[2] > first[3] or second[3] < first[2]:
                continue
            a, b, c, d = first[4], first[5], second[4], second[5]
            if side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
                counts[min(first[6], second[6]), max(first[6], second[6])] += 1
    return counts


def main():
    if not shutil.which("dot"):
        sys.exit("dot is not installed: apt-get install graphviz")
    measure = HERE / ".build/release/measure"
    ours = theirs = failed = more = 0
    for line in subprocess.run([measure, "json"], capture_output=True, text=True, check=True).stdout.splitlines():
        view = json.loads(line)
        try:
            run = subprocess.run(["dot", "-Tjson"], input=view["dot"], capture_output=True, text=True, timeout=60, check=True)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            failed += 1
            continue
        graph = json.loads(run.stdout)
        dot = crossings([points(edge["pos"]) for edge in graph.get("edges", []) if "pos" in edge and edge["tail"] != edge["head"]])
        ours += view["crossings"]
        theirs += dot
        if view["crossings"] > dot:
            more += 1
            print(f"{view['title']:<40}{view['elements']:>4} elements   ours {view['crossings']:>4}   dot {dot:>4}")
    print(f"crossings: ours {ours}, dot {theirs}; more than dot in {more} views; dot failed on {failed}")


main()
