// What every page does by itself: opens search, and shows in its contents which section is read.
"use strict";

(() => {
  const script = document.currentScript;
  const root = script.getAttribute("src").slice(0, -"page.js".length);
  let loading;

  function openSearch() {
    loading ||= new Promise((resolve, reject) => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = root + "search.css";
      const search = document.createElement("script");
      search.src = root + "search.js";
      search.onload = resolve;
      search.onerror = reject;
      style.onload = () => document.head.append(search);
      style.onerror = reject;
      document.head.append(style);
    });
    loading.then(() => globalThis.archbookSearch.open(root), () => location.assign(root + "a-z.html"));
  }

  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!isCommand && !isSlash) return;
    event.preventDefault();
    openSearch();
  });

  for (const opener of document.querySelectorAll("a.search")) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      openSearch();
    });
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
