"""Looks at a built site in Chromium: check-site.py SITE [SCREENSHOTS].

Every sort of page is opened from disk, in both themes and at three widths. It is wrong when axe has a finding, when the
console has a message, when a request fails or leaves the site, when a page can be scrolled sideways at 320 pixels, when
search cannot be used with the keyboard alone, or when a page cannot be read without JavaScript or printed.
"""

import pathlib
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

try:
    from axe_playwright_python.sync_playwright import Axe
except ImportError:
    Axe = None

WIDTHS = {"wide": 1360, "middle": 900, "narrow": 320}
THEMES = ["light", "dark"]
faults = []


def fault(page, text):
    faults.append(f"{page}: {text}")


def sorts_of_pages(site):
    """One page of every folder, and all pages outside of folders."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    chosen = [page for page in pages if "/" not in page]
    for folder in sorted({page.split("/")[0] for page in pages if "/" in page}):
        inside = [page for page in pages if page.startswith(folder + "/")]
        own = [page for page in inside if not page.endswith("/index.html")]
        chosen += [page for page in inside if page.endswith("/index.html")]
        # The longest page of a sort has the most that can go wrong.
        chosen += sorted(own, key=lambda page: -(site / page).stat().st_size)[:1]
    return chosen


def watched(context, site):
    page = context.new_page()
    page.on("console", lambda message: fault(page.url, f"console: {message.text}"))
    page.on("pageerror", lambda error: fault(page.url, f"error: {error}"))
    page.on("requestfailed", lambda request: fault(page.url, f"failed request: {request.url}"))

    def leaves(request):
        if not request.url.startswith(site.as_uri()):
            fault(page.url, f"request to elsewhere: {request.url}")

    page.on("request", leaves)
    return page


def look(browser, site, pages, screenshots):
    for theme in THEMES:
        for width_name, width in WIDTHS.items():
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce")
            page = watched(context, site)
            for name in pages:
                page.goto((site / name).as_uri())
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    fault(name, f"can be scrolled sideways at {width} pixels")
                if Axe and width_name != "middle":
                    check_access(page, name, theme)
                if screenshots:
                    stem = re.sub(r"[/.]", "-", name.removesuffix(".html"))
                    page.screenshot(path=screenshots / f"{stem}-{width_name}-{theme}.png")
            context.close()


SHIFT = """new Promise((resolve) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((entry) => { sum += entry.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 100);
})"""


def look_for_shifts(browser, site, pages):
    """Nothing may move once it stands, whatever loads later."""
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    page = watched(context, site)
    for name in pages:
        page.goto((site / name).as_uri())
        shift = page.evaluate(SHIFT)
        if shift:
            fault(name, f"moves after it was shown, by {shift}")
    context.close()


def check_access(page, name, theme):
    # Preloading asks for the style a second time, in a way that the pages' own policy forbids.
    results = Axe().run(page, options={"preload": False})
    for violation in results.response["violations"]:
        places = [node["html"][:160] for node in violation["nodes"][:3]]
        fault(name, f"axe, {theme}: {violation['id']}: {violation['help']}: {places}")


def walk_through_search(browser, site, screenshots):
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    page = watched(context, site)
    page.goto((site / "index.html").as_uri())
    for key in ["/", "Control+k"]:
        page.keyboard.press(key)
        page.wait_for_selector("dialog[open] input:focus")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog:not([open])", state="attached")
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open] input:focus")
    page.keyboard.type("outbox")
    page.wait_for_selector(".results mark")
    if Axe:
        check_access(page, "search", "light")
    if screenshots:
        page.screenshot(path=screenshots / "search-wide-light.png")
    page.keyboard.press("ArrowDown")
    if not page.evaluate("document.activeElement.matches('.results a')"):
        fault("search", "the arrow key does not reach the first result")
    title = page.evaluate("document.activeElement.querySelector('b').textContent")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1")
    page.wait_for_url(re.compile(r"^(?!.*/index\.html$)"))
    if page.inner_text("h1") != title:
        fault("search", f"the result {title!r} leads to {page.inner_text('h1')!r}")
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open] input:focus")
    page.keyboard.type("1")
    page.wait_for_selector(".results a")
    context.close()


def read_without_script(browser, site, pages):
    context = browser.new_context(java_script_enabled=False)
    page = watched(context, site)
    for name in pages:
        page.goto((site / name).as_uri())
        if not page.locator("h1").is_visible():
            fault(name, "has no visible title without JavaScript")
    page.goto((site / "index.html").as_uri())
    page.click("a.search")
    if not page.url.endswith("a-z.html"):
        fault("index.html", "the way to search leads nowhere without JavaScript")
    context.close()


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    screenshots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if screenshots:
        screenshots.mkdir(parents=True, exist_ok=True)
    pages = sorts_of_pages(site)
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        look(browser, site, pages, screenshots)
        look_for_shifts(browser, site, pages)
        walk_through_search(browser, site, screenshots)
        read_without_script(browser, site, pages)
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        if len(page.pdf()) < 5000:
            fault("index.html", "prints nothing")
        browser.close()
    for text in sorted(set(faults)):
        print(text)
    axe = "with axe" if Axe else "without axe, which is not installed"
    print(f"{len(pages)} sorts of page, {len(WIDTHS)} widths, {len(THEMES)} themes, {axe}: {len(set(faults))} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
