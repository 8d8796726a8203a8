"""Times of the program against adr-tools on a folder of generated decisions.

    python3 Benchmarks/records/compare.py PROGRAM [COUNT]

PROGRAM is the built `archbook`; adr-tools is measured where it is installed. Prints the median of some runs of each.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TEXT = "# {0}. Decision number {0}\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n\n## Context\n\nWhy {0}.\n\n## Decision\n\nWe will.\n\n## Consequences\n\nWe learn.\n"
ENVIRONMENT = dict(os.environ, VISUAL="true", EDITOR="true", ADR_DATE="2026-01-12", ARCHBOOK_TODAY="2026-01-12")


def decisions(folder, count):
    os.makedirs(f"{folder}/doc/adr")
    for number in range(1, count + 1):
        with open(f"{folder}/doc/adr/{number:04}-decision-number-{number}.md", "w") as file:
            file.write(TEXT.format(number))


def median(command, folder, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as root:
        door = f"{root}/adr"
        os.symlink(program, door)
        folder = f"{root}/book"
        decisions(folder, count)
        rows = [
            ("an empty process", ["/bin/true"], 20),
            ("adr list", [door, "list"], 20),
            ("adr help", [door, "help", "list"], 20),
            ("archbook adr --help", [program, "adr", "--help"], 20),
            ("archbook check", [program, "check"], 10),
            ("adr new -s", [door, "new", "-s", "7", "Another"], 5),
        ]
        if shutil.which("/usr/bin/adr"):
            rows += [
                ("adr-tools: adr list", ["/usr/bin/adr", "list"], 5),
                ("adr-tools: adr new -s", ["/usr/bin/adr", "new", "-s", "9", "Another"], 3),
            ]
        for name, command, runs in rows:
            print(f"{median(command, folder, runs):8.1f} ms  {name}")


if __name__ == "__main__":
    main()
