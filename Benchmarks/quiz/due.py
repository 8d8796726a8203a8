#!/usr/bin/env python3
"""Measures `archbook quiz due` as a whole process: on a made book of 2,000 questions and 50,000 events, and on this one.

usage: due.py PROGRAM [WORKSPACE]

Prints the best and the median time of 20 runs in milliseconds, beside the time that the project aims at.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

QUESTIONS = 2_000
EVENTS = 50_000
AIM, OWN_AIM = 150, 20


def make_workspace(root):
    chance = random.Random(1)
    os.makedirs(f"{root}/knowledge")
    for number in range(QUESTIONS // 20):
        with open(f"{root}/knowledge/note-{number:03}.md", "w") as file:
            file.write(f"# Notes {number}\n\n")
            for part in range(20):
                identity = f"q-{number:03}-{part:02}"
                words = " ".join(chance.choices(["queue", "saga", "cache", "log", "index", "lock", "shard"], k=40))
                file.write(f"## What is {words[:30]} {identity}?\n<!-- q: {identity} -->\n\n{words}.\n\n")
    os.makedirs(f"{root}/.archbook/reviews")
    with open(f"{root}/.archbook/reviews/laptop.jsonl", "w") as file:
        for number in range(EVENTS):
            question = f"q-{chance.randrange(QUESTIONS // 20):03}-{chance.randrange(20):02}"
            event = {
                "v": 1, "t": "review", "id": f"01J{number:023}", "at": moment(number), "q": question,
                "session": f"01J{number // 20:023}", "mode": "review", "grade": chance.choice([1, 2, 3, 3, 3, 4]),
                "hint": False, "ms": chance.randrange(10_000, 200_000),
                "fp": {"ah": "nks3ecy1j2sg0", "head": question, "path": "knowledge/note.md", "qh": "tbc8xf78f8f85",
                       "sk": "ad59a3b99467fddb"},
            }
            if number % 5 == 0:
                event.update(score=27.5, max=40, policy="p1", predicted=30,
                             items={f"b-{bullet:06}": chance.choice([0, 0.5, 1]) for bullet in range(5)})
            file.write(json.dumps(event, sort_keys=True, separators=(",", ":")) + "\n")


def moment(number):
    seconds = 1_450_000_000 + number * 6_000
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(seconds))


def measure(program, workspace):
    environment = {"PATH": os.environ["PATH"], "ARCHBOOK_TODAY": "2026-01-12"}
    times = []
    for _ in range(20):
        start = time.perf_counter()
        subprocess.run([program, "quiz", "due"], cwd=workspace, env=environment, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return min(times), statistics.median(times)


def report(name, best, median, aim):
    print(f"quiz due, {name}: best {best:.0f} ms, median {median:.0f} ms   (aim: under {aim})", flush=True)


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as made:
        make_workspace(made)
        report(f"{QUESTIONS} questions, {EVENTS} events", *measure(program, made), AIM)
    report("this book", *measure(program, sys.argv[2] if len(sys.argv) > 2 else "."), OWN_AIM)


main()
