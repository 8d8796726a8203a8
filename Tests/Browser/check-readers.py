"""Looks at a built site as readers do who set their browser otherwise: check-readers.py SITE [SCREENSHOTS].

One page of every sort is opened in forced colours, at 400 % zoom, with less motion and on paper; all pages are read for
passages in another language that do not say so; and keys, the help about them and the buttons that copy code are tried.
"""

import html.parser
import importlib.util
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

here = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("check_site", here / "check-site.py")
common = importlib.util.module_from_spec(spec)
spec.loader.exec_module(common)
fault = common.fault

# What is drawn with a line has to keep it when the browser chooses the colours, and text has to stand out from its ground.
FORCED = """() => {
  const faults = [];
  const rgb = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const canvas = getComputedStyle(document.body).backgroundColor;
  for (const part of document.querySelectorAll(".block, .search, .button, .banner, .drawing, details, pre, .tags a, kbd")) {
    const style = getComputedStyle(part);
    if (part.closest("dialog:not([open])") || !part.checkVisibility() || style.borderBottomStyle === "none") continue;
    if (contrast(style.borderBottomColor, canvas) < 3) faults.push("no visible line: " + part.className + " " + part.tagName);
  }
  for (const text of document.querySelectorAll("svg text")) {
    if (!text.checkVisibility()) continue;
    const box = text.closest("g, a")?.querySelector("rect, path");
    const fill = box ? getComputedStyle(box).fill : "none";
    const ground = fill === "none" || rgb(fill)[3] === 0 ? canvas : fill;
    if (contrast(getComputedStyle(text).fill, ground) < 4.5) faults.push("unreadable in a drawing: " + text.textContent);
  }
  return faults.slice(0, 5);
}"""

# Only what scrolls by itself may be wider than the window, and nothing may be cut off at its side.
CUT = """() => {
  const faults = [];
  for (const part of document.querySelectorAll("body *")) {
    const style = getComputedStyle(part);
    if (part.closest(".unseen, svg") || part.matches(".search span") || !part.checkVisibility()) continue;
    const hides = ["hidden", "clip"].includes(style.overflowX);
    if (hides && part.scrollWidth > part.clientWidth + 2) faults.push("cut off: " + part.className + " " + part.tagName);
  }
  return faults.slice(0, 5);
}"""

MOVES = """() => [...document.querySelectorAll("*")].filter((part) => {
  const style = getComputedStyle(part);
  return style.scrollBehavior === "smooth" || parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
}).map((part) => part.tagName)"""

# On a sheet of A4 with margins of 1 cm, in pixels of CSS.
SHEET = (718, 1047)
SPARSE = """(height) => [...document.querySelectorAll("figure")].slice(0, 1).map((figure) => {
  const { top, bottom } = figure.getBoundingClientRect();
  return { top, isApart: bottom > height, height: bottom - top };
})"""


def settings(browser, site, pages, screenshots):
    kinds = {
        "forced": {"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"},
        "forced-dark": {"viewport": {"width": 1280, "height": 900}, "forced_colors": "active", "color_scheme": "dark"},
        "zoomed": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
        "calm": {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"},
    }
    for kind, options in kinds.items():
        context = browser.new_context(**options)
        page = common.watched(context, site)
        for name in pages:
            page.goto((site / name).as_uri())
            look(page, name, kind)
            if screenshots and kind != "calm":
                page.screenshot(path=screenshots / f"{name.replace('/', '-').removesuffix('.html')}-{kind}.png")
        context.close()


def look(page, name, kind):
    if kind.startswith("forced"):
        for text in page.evaluate(FORCED):
            fault(name, f"{kind} colours: {text}")
        if common.Axe:
            common.check_access(page, name, f"{kind} colours")
        for _ in range(4):
            page.keyboard.press("Tab")
            width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
            style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            if style == "none" or width < 2:
                fault(name, f"{kind} colours: focus cannot be seen on {page.evaluate('document.activeElement.outerHTML.slice(0, 80)')}")
    elif kind == "zoomed":
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            fault(name, "can be scrolled sideways at 400 %")
        for text in page.evaluate(CUT):
            fault(name, f"at 400 %: {text}")
    else:
        for text in page.evaluate(MOVES):
            fault(name, f"moves although that is not wanted: {text}")


def print_pages(browser, site, pages, screenshots):
    """No first sheet stays nearly empty because the drawing after it did not fit, and what is printed is there."""
    context = browser.new_context(viewport={"width": SHEET[0], "height": SHEET[1]}, color_scheme="dark")
    page = common.watched(context, site)
    page.emulate_media(media="print")
    for name in pages:
        page.goto((site / name).as_uri())
        if len(page.pdf(format="A4")) < 5000:
            fault(name, "prints nothing")
        for figure in page.evaluate(SPARSE, SHEET[1]):
            if figure["height"] > SHEET[1]:
                fault(name, "a drawing is larger than a sheet of paper")
            elif figure["isApart"] and figure["top"] < SHEET[1] * 0.4:
                fault(name, "the first sheet of paper is nearly empty")
        if page.evaluate("getComputedStyle(document.body).color") != "rgb(0, 0, 0)":
            fault(name, "does not print black on white")
        if screenshots:
            page.screenshot(path=screenshots / f"{name.replace('/', '-').removesuffix('.html')}-paper.png")
    context.close()


class Passages(html.parser.HTMLParser):
    """The texts of a page that are mostly Cyrillic and stand under no language but English."""

    VOID = {"base", "br", "hr", "img", "input", "link", "meta", "wbr"}

    def __init__(self):
        super().__init__()
        self.open = []
        self.found = []

    def handle_starttag(self, name, attributes):
        if name not in self.VOID:
            self.open.append((name, dict(attributes).get("lang")))

    def handle_endtag(self, name):
        while self.open and self.open.pop()[0] != name:
            pass

    def handle_data(self, data):
        letters = [letter for letter in data if letter.isalpha()]
        foreign = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
        names = {name for name, _ in self.open}
        language = next((lang for _, lang in reversed(self.open) if lang), None)
        if names & {"pre", "code", "svg", "title", "script"} or language != "en":
            return
        if foreign > 12 and foreign > len(letters) * 0.6:
            self.found.append(data.strip()[:60])


def read_languages(site):
    pages = sorted(site.rglob("*.html"))
    for path in pages:
        passages = Passages()
        passages.feed(path.read_text())
        for text in passages.found[:3]:
            fault(path.relative_to(site).as_posix(), f"does not tell the language of {text!r}")
    return len(pages)


def press_keys(browser, site, pages):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = common.watched(context, site)
    page.goto((site / "decisions/index.html").as_uri())
    for key, place in [("j", 0), ("j", 1), ("k", 0)]:
        page.keyboard.press(key)
        if page.evaluate("[...document.querySelectorAll('.rows div > a')].indexOf(document.activeElement)") != place:
            fault("decisions/index.html", f"{key} does not reach entry {place}")
    page.keyboard.press("Enter")
    page.wait_for_selector(".neighbours")
    title = page.inner_text("h1")
    page.keyboard.press("j")
    page.wait_for_timeout(400)
    if page.inner_text("h1") == title:
        fault("decisions", "j does not lead to the next page")
    page.keyboard.press("?")
    page.wait_for_selector("dialog.keys[open]")
    if common.Axe:
        common.check_access(page, "the help about keys", "light")
    page.get_by_label("Keys without Ctrl work").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    title = page.inner_text("h1")
    for key in ["j", "/", "?"]:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    if page.inner_text("h1") != title or page.evaluate("!!document.querySelector('dialog[open]')"):
        fault("keys", "they work although they are turned off")
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog[open] input:focus")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Keys without Ctrl work").check()
    page.get_by_role("button", name="Close").click()
    copy_code(page, site)
    context.close()


def copy_code(page, site):
    name = next((path for path in sorted(site.rglob("*.html")) if "<pre tabindex" in path.read_text()), None)
    if name is None:
        return
    page.goto(name.as_uri())
    code = page.locator("main pre:visible")
    if not code.count():
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    expected = code.first.text_content()
    code.first.hover()
    page.locator("main button.copy:visible").first.click()
    page.get_by_role("button", name="Copied").wait_for()
    if page.evaluate("navigator.clipboard.readText()").strip() != expected.strip():
        fault(name.name, "copies something else than the code")


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    screenshots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    pages = common.sorts_of_pages(site)
    count = read_languages(site)
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        settings(browser, site, pages, screenshots)
        print_pages(browser, site, pages, screenshots)
        press_keys(browser, site, pages)
        browser.close()
    for text in sorted(set(common.faults)):
        print(text)
    print(f"forced colours, 400 %, less motion, paper, keys, and the languages of {count} pages: {len(set(common.faults))} faults")
    return 1 if common.faults else 0


if __name__ == "__main__":
    sys.exit(main())
