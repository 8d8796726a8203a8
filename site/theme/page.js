// What every page does by itself: keys, search, copying code, and showing in its contents which section is read.
"use strict";

(() => {
  const script = document.currentScript;
  const root = script.getAttribute("src").slice(0, -"page.js".length);
  let areKeysOn;
  let loading;
  let help;

  /** An element with properties and children. */
  function make(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function openSearch() {
    loading ||= new Promise((onload, onerror) => {
      const search = make("script", { src: root + "search.js", onload, onerror });
      const style = { rel: "stylesheet", href: root + "search.css", onload: () => document.head.append(search), onerror };
      document.head.append(make("link", style));
    });
    loading.then(() => globalThis.archbookSearch.open(root), () => location.assign(root + "a-z.html"));
  }

  /** Reads or writes what the browser keeps for the site, as far as it keeps anything. */
  function kept(value) {
    try {
      if (value !== undefined) localStorage.setItem("archbook.keys", value);
      return localStorage.getItem("archbook.keys");
    } catch {
      return null;
    }
  }

  areKeysOn = kept() !== "off";

  /** Shows the keys, and lets them be turned off, since who speaks to the machine may press one unawares. */
  function openKeys() {
    if (!help) {
      const rows = [
        ["/", "Search; Ctrl-K does too"],
        ["j", "The next entry of a list, or the next page"],
        ["k", "The one before"],
        ["?", "These keys"],
      ].map(([key, what]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)));
      const choice = make("input", { type: "checkbox", checked: areKeysOn, onchange() {
        areKeysOn = choice.checked;
        kept(areKeysOn ? "on" : "off");
      } });
      help = make("dialog", { className: "keys", ariaLabel: "Keys" }, make("h2", {}, "Keys"), make("dl", {}, ...rows),
        make("label", {}, choice, " Keys without Ctrl work"),
        make("button", { className: "button", onclick: () => help.close() }, "Close"));
      document.body.append(help);
    }
    help.showModal();
  }

  /** Goes to the neighbour of a page that has one, else from entry to entry of its lists. */
  function go(step) {
    const neighbours = document.querySelector(".neighbours");
    if (neighbours) return neighbours.querySelector(step > 0 ? ".next a" : ".previous a")?.click();
    const stops = [...document.querySelectorAll(".rows div > a, .columns a")];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
  }

  const keys = { "/": openSearch, "?": openKeys, j: () => go(1), k: () => go(-1) };

  document.addEventListener("keydown", (event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    const isFree = areKeysOn && !event.target.closest("input, textarea, select, [contenteditable], dialog");
    const act = isCommand ? event.key.toLowerCase() === "k" && openSearch : isFree && keys[event.key];
    if (!act || event.altKey) return;
    event.preventDefault();
    act();
  });

  for (const opener of document.querySelectorAll("a.search")) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      openSearch();
    });
  }

  const rooms = document.querySelector(".rooms");
  rooms?.append(make("button", { className: "button", onclick: openKeys }, "Keys ", make("kbd", {}, "?")));

  /** Copies a text; where the browser has no clipboard for the page, as on plain http, by way of the selection. */
  async function copy(code, button) {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  }

  for (const code of document.querySelectorAll("main pre")) {
    const button = make("button", { className: "copy", ariaLive: "polite", onclick: () => copy(code, button) }, "Copy");
    const frame = make("div", { className: "code" });
    code.replaceWith(frame);
    frame.append(code, button);
  }

  /** Marks the last heading above the upper third of the window. */
  function markSection(links, headings) {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const current = passed.length - 1;
    links.forEach((link, place) => {
      if (place === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  const links = [...document.querySelectorAll(".margin a[href^='#']")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (links.length && headings.every(Boolean)) {
    let isDue = false;
    const mark = () => {
      isDue = false;
      markSection(links, headings);
    };
    addEventListener("scroll", () => {
      if (!isDue) requestAnimationFrame(mark);
      isDue = true;
    }, { passive: true });
    mark();
  }
})();
