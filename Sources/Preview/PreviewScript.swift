/// What the preview adds to a page in the browser: it reloads the page when it has changed, keeps the place, and shows
/// what is wrong in the book.
enum PreviewScript {
    static let path = "/.archbook/preview.js"
    static let stylePath = "/.archbook/preview.css"
    static let eventsPath = "/.archbook/events"

    static let script = Array(
        #"""
        "use strict";
        (() => {
          const tag = document.currentScript.dataset.tag;
          const key = "archbook.place " + location.pathname;
          const top = (element) => element.getBoundingClientRect().top;

          // The place is kept by the last heading above it, so that text that grows before it moves nothing.
          const keepPlace = () => {
            const mark = [...document.querySelectorAll("main [id]")].filter((each) => top(each) <= 1).pop();
            const place = mark ? { id: mark.id, top: top(mark) } : { top: scrollY };
            try { sessionStorage.setItem(key, JSON.stringify(place)); } catch { /* no storage, no place */ }
          };
          const findPlace = () => {
            let place = null;
            try {
              place = JSON.parse(sessionStorage.getItem(key));
              sessionStorage.removeItem(key);
            } catch { /* as above */ }
            if (!place) return;
            history.scrollRestoration = "manual";
            const mark = place.id && document.getElementById(place.id);
            scrollTo({ top: mark ? scrollY + top(mark) - place.top : place.top, behavior: "instant" });
            history.scrollRestoration = "auto";
          };

          const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
          const panel = element("aside", "");
          panel.id = "archbook.preview";
          panel.setAttribute("aria-label", "Preview");
          panel.setAttribute("role", "status");
          const show = ({ notice, count, findings }) => {
            const wasOpen = panel.querySelector("details")?.open;
            panel.replaceChildren();
            if (notice) panel.append(element("p", notice));
            if (count > 0) {
              const details = element("details", "");
              details.open = wasOpen === true;
              details.append(element("summary", count === 1 ? "1 finding" : count + " findings"));
              const list = element("ul", "");
              for (const finding of findings) {
                const row = element("li", "");
                row.className = finding.severity;
                row.append(element("code", finding.path + ":" + finding.line + ":" + finding.column));
                row.append(" " + finding.severity + ": " + finding.message);
                list.append(row);
              }
              if (count > findings.length) list.append(element("li", "and " + (count - findings.length) + " more"));
              details.append(list);
              panel.append(details);
            }
            if (panel.childNodes.length > 0) document.body.append(panel); else panel.remove();
          };

          let events = null;
          const listen = () => {
            const query = new URLSearchParams({ page: location.pathname, tag });
            events = new EventSource("/.archbook/events?" + query);
            events.addEventListener("reload", () => { events.close(); keepPlace(); location.reload(); });
            events.addEventListener("findings", (event) => show(JSON.parse(event.data)));
            events.addEventListener("error", () => show({ notice: "The preview is not running.", count: 0 }));
          };
          // A browser has few connections to one host, so a page that nobody sees gives its own back.
          const attend = () => {
            if (events) events.close();
            events = null;
            if (!document.hidden) listen();
          };
          document.addEventListener("visibilitychange", attend);
          findPlace();
          attend();
        })();

        """#.utf8)

    static let style = Array(
        """
        #archbook\\.preview {
          position: fixed; inset: auto 1rem 1rem auto; z-index: 9; max-width: min(40rem, calc(100vw - 2rem));
          max-height: 50vh; overflow: auto; padding: .25rem .75rem; border: 1px solid; border-radius: .25rem;
          background: Canvas; color: CanvasText; font: .8125rem/1.5 system-ui, sans-serif;
        }
        #archbook\\.preview p { margin: .25rem 0; }
        #archbook\\.preview ul { margin: .25rem 0; padding-left: 1rem; overflow-wrap: anywhere; }
        #archbook\\.preview summary { cursor: pointer; }
        @media print { #archbook\\.preview { display: none; } }

        """.utf8)
}
