"""Looks at `site serve` in Chromium: check-preview.py ARCHBOOK.

A page reloads itself when its source is saved, stays at the place that was read, and shows findings; a book that cannot be
built leaves the last good page. It is wrong as well when the console has a message: the page's policy then stops something.
"""

import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import Error, sync_playwright

PARAGRAPHS = "\n\n".join(f"## Part {number}\n\n" + "Words that fill lines. " * 60 for number in range(20))
faults = []


def expect(holds, text):
    if not holds:
        faults.append(text)


def wait(page, condition, text):
    """Asks until a condition holds; the page's policy forbids Playwright to do so by itself."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            if page.evaluate(condition):
                return
        except Error:
            pass  # The page loads itself again.
    faults.append(text)


def look(page, address, book):
    note = book / "knowledge/saga.md"
    page.goto(address + "collections/saga.html")
    # The heading of a part stands a little above the top of the window, as when somebody reads the part.
    place = "document.getElementById('part-12').getBoundingClientRect().top"
    page.evaluate(f"scrollTo(0, scrollY + {place} + 40)")
    before = page.evaluate(place)
    with page.expect_navigation():
        start = time.perf_counter()
        note.write_text(f"# Saga pattern\n\nNew first words.\n\n{'More of them. ' * 400}\n\n{PARAGRAPHS}\n")
    milliseconds = (time.perf_counter() - start) * 1000
    wait(page, f"Math.abs({place} - {before}) < 3", "the place is lost")
    expect("New first words." in page.content(), "the page that was loaded again is not the new one")
    print(f"saved and shown again after {milliseconds:.0f} ms")

    note.write_text(f"# Saga pattern\n\nSee [nothing](gone.md).\n\n{PARAGRAPHS}\n")
    panel = page.get_by_role("status", name="Preview")
    panel.get_by_text(re.compile("finding")).click()
    panel.get_by_text("knowledge/saga.md:").first.wait_for()

    settings = book / "archbook.yml"
    settings.unlink()
    settings.mkdir()
    panel.get_by_text("What was saved last is not shown").wait_for()
    expect("Words that fill lines." in page.content(), "the last good page is gone")
    settings.rmdir()
    settings.write_text("title: Book\n")
    wait(page, "!document.body.textContent.includes('is not shown')", "a notice stays that no longer holds")


def main(archbook):
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        book = pathlib.Path(folder).resolve()
        (book / "knowledge").mkdir()
        (book / "archbook.yml").write_text("title: Book\n")
        (book / "knowledge/saga.md").write_text(f"# Saga pattern\n\nFirst words.\n\n{PARAGRAPHS}\n")
        server = subprocess.Popen(
            [archbook, "site", "serve", "--port", "0"], cwd=book, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            address = server.stdout.readline().decode().strip()
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 900, "height": 700})
            page.on("console", lambda message: faults.append(f"console: {message.text}"))
            page.on("pageerror", lambda error: faults.append(f"error: {error}"))
            look(page, address, book)
            browser.close()
        finally:
            server.send_signal(signal.SIGINT)
            expect(server.wait(timeout=20) == 0, "Ctrl-C does not end it with exit code 0")
    for text in faults:
        print(text, file=sys.stderr)
    print("the preview reloads, keeps the place and shows findings" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
