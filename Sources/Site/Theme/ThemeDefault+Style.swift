extension ThemeDefault {
    /// The style of every page; equal to `site/theme/style.css`.
    package static let style = #"""
        /* Archbook: a page is a drawing sheet. Colours first, then frame, text, title block, rows, drawings, media. */

        :root {
          color-scheme: light dark;
          --paper: #fbfaf7; --ink: #1c1e22; --quiet: #5b606a; --line: #d9d5cc; --hair: #e9e6df;
          --accent: #96391c; --ground: #f5e8e1; --code: #f3f1eb; --grid: #efece4;
          --live: #1d6b41; --open: #1c5a9e; --past: #7d5200; --dead: #9b2525;
          --sans: Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, Arial, sans-serif;
          --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
        }

        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #16171b; --ink: #e7e5e0; --quiet: #a2a6af; --line: #3a3c44; --hair: #282a30;
            --accent: #f09a75; --ground: #37231b; --code: #1f2127; --grid: #1d1f24;
            --live: #7fd3a3; --open: #8fbff2; --past: #f0c064; --dead: #f09a9a;
          }
        }

        /* Frame */

        *, ::before, ::after { box-sizing: border-box; }

        html { scroll-padding-top: 76px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }

        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 400 17px/1.65 var(--sans); overflow-wrap: break-word;
        }

        a { color: inherit; text-decoration: underline var(--accent) 1px; text-underline-offset: 3px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
        main:focus, .rooms:focus { outline: none; }

        .skip { position: absolute; left: -100vw; z-index: 2; padding: 8px 14px; background: var(--paper); }
        .skip:focus { left: 12px; top: 10px; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

        body > header {
          position: sticky; top: 0; z-index: 1; display: flex; align-items: center; justify-content: space-between; gap: 16px;
          min-height: 64px; padding: 0 20px;
          background: var(--paper); border-bottom: 1px solid var(--line);
        }
        .brand { min-width: 0; font-size: 17px; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; text-decoration: none; }
        .brand b { color: var(--accent); font-weight: inherit; }
        body > header nav { display: flex; flex: none; gap: 8px; }
        .button {
          padding: 5px 14px; border: 1px solid var(--line); border-radius: 5px;
          color: var(--quiet); font-size: 15px; text-decoration: none;
        }
        .button:hover { border-color: var(--quiet); color: var(--ink); }
        .search {
          display: flex; align-items: center; justify-content: space-between; gap: 12px; min-width: min(322px, 40vw); height: 38px;
          padding: 0 13px; border: 1px solid var(--line); border-radius: 5px; color: var(--quiet); font-size: 15px; text-decoration: none;
        }
        .search:hover { border-color: var(--quiet); color: var(--ink); }
        kbd { padding: 0 7px; border: 1px solid var(--line); border-radius: 4px; font: 400 12px/20px var(--mono); }

        .zones { padding: 0 20px; }
        main { min-width: 0; max-width: 44rem; margin: 0 auto; padding: 32px 0 64px; }

        .path { margin-bottom: 14px; color: var(--quiet); font-size: 15px; line-height: 1.4; }
        .path a { text-decoration: none; }
        .path a:hover { text-decoration: underline var(--accent); }

        .margin, .rooms { max-width: 44rem; margin: 0 auto; font-size: 14px; line-height: 1.45; }
        .margin h2, .rooms h2, dt {
          margin: 0; color: var(--quiet); font: 560 11px/1.5 var(--mono); letter-spacing: .07em; text-transform: uppercase;
        }
        .margin h2, .rooms h2 { margin: 28px 0 8px; font-weight: 680; }
        .margin ul, .rooms ul { margin: 0; padding: 0; list-style: none; }
        .margin a, .rooms a { text-decoration: none; }
        .margin ul { border-left: 1px solid var(--line); }
        .margin li { padding: 4px 0 4px 13px; color: var(--quiet); }
        .margin .level3 { padding-left: 27px; }
        .margin a:hover { color: var(--ink); text-decoration: underline var(--accent); }
        .rooms { padding: 8px 0 48px; border-top: 1px solid var(--line); }
        .rooms a { display: flex; justify-content: space-between; gap: 12px; margin: 0 -9px; padding: 6px 9px; border-radius: 4px; color: var(--quiet); }
        .rooms a:hover { background: var(--code); color: var(--ink); }
        .rooms a span { font: 400 12px/1.7 var(--mono); }
        .rooms a[aria-current] { background: var(--ground); color: var(--ink); font-weight: 560; }

        @media (min-width: 50rem) {
          .rooms-link { display: none; }
          body > header { padding: 0 max(34px, calc((100vw - 1360px) / 2 + 34px)); }
          .zones {
            display: grid; grid-template: "rooms text" auto "rooms margin" 1fr / 13.5rem minmax(0, 1fr);
            gap: 0 48px; max-width: 1360px; margin: 0 auto; padding: 0 34px;
          }
          main { grid-area: text; width: 100%; padding-top: 36px; }
          .margin { grid-area: margin; width: 100%; padding-bottom: 48px; }
          .rooms {
            grid-area: rooms; position: sticky; top: 65px; align-self: start; width: 100%; max-height: calc(100vh - 65px);
            margin: 0 -9px; padding: 8px 18px 32px 9px; border: 0; overflow-y: auto;
          }
        }

        @media (min-width: 72rem) {
          .zones { grid-template: "rooms text margin" auto / 15.5rem minmax(0, 1fr) 14.5rem; gap: 0 64px; }
          .margin { position: sticky; top: 65px; align-self: start; max-height: calc(100vh - 65px); padding: 16px 0 32px; overflow-y: auto; }
        }

        .wide main, .wide .margin { max-width: 62rem; margin-left: 0; }
        .wide main > p, .wide main > details { max-width: 44rem; }
        @media (min-width: 50rem) {
          .wide .margin { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 32px; }
        }
        @media (min-width: 72rem) {
          .zones.wide { grid-template: "rooms text" auto "rooms margin" 1fr / 15.5rem minmax(0, 1fr); }
          .wide .margin { position: static; max-height: none; }
        }

        /* Text */

        h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
        h1 { margin: 0 0 26px; font-size: 38px; font-weight: 680; line-height: 1.15; letter-spacing: -.022em; }
        h2 { margin: 48px 0 12px; font-size: 24px; font-weight: 650; letter-spacing: -.012em; }
        h3 { margin: 36px 0 9px; font-size: 19px; font-weight: 650; }
        h4, h5, h6 { margin: 28px 0 7px; font-size: 17px; font-weight: 650; }
        :target { text-decoration: underline var(--accent) 2px; text-underline-offset: 6px; }
        p, ul, ol, pre, blockquote, .table, figure, details { margin: 0 0 18px; }
        p { text-wrap: pretty; }
        ul, ol { padding-left: 1.5em; }
        li > ul, li > ol { margin-bottom: 4px; }
        li { margin: 3px 0; }
        li::marker { color: var(--quiet); }
        .task { list-style: none; margin-left: -1.35em; }
        b, strong, th { font-weight: 650; }
        hr { margin: 36px 0; border: 0; border-top: 1px solid var(--line); }
        blockquote { padding-left: 18px; border-left: 3px solid var(--line); color: var(--quiet); }
        sup { font-size: .72em; line-height: 0; }
        .anchor { color: var(--quiet); font-weight: 400; text-decoration: none; opacity: 0; }
        :hover > .anchor, .anchor:focus { opacity: 1; }
        .lead, .note { color: var(--quiet); }
        .note { margin-top: 26px; font-size: 18px; }
        .notice { padding: 12px 16px; border: 1px dashed var(--line); color: var(--quiet); }
        .image { padding: 1px 8px; border: 1px dashed var(--line); color: var(--quiet); }
        .footnotes { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 15px; }

        code, pre, .path { font-family: var(--mono); }
        nav.path { font-family: inherit; }
        code { padding: 2px 5px; border-radius: 3px; background: var(--code); font-size: .85em; }
        pre { padding: 14px 16px; border: 1px solid var(--hair); background: var(--code); overflow-x: auto; font-size: 14px; line-height: 1.55; tab-size: 4; }
        pre code { padding: 0; background: none; font-size: inherit; overflow-wrap: normal; }

        pre .c { color: var(--quiet); font-style: italic; }
        pre .s { color: var(--live); }
        pre .n { color: var(--open); }
        pre .k { font-weight: 650; }

        .table { overflow-x: auto; }
        table { border-collapse: collapse; font-size: 15px; line-height: 1.5; font-variant-numeric: tabular-nums; }
        th, td { min-width: 5rem; padding: 8px 20px 8px 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; }
        th { border-color: var(--line); }
        .right { text-align: right; }
        .center { text-align: center; }

        details { border: 1px solid var(--line); }
        summary { padding: 11px 16px; cursor: pointer; font-weight: 560; }
        summary:hover { background: var(--code); }
        details[open] > summary { border-bottom: 1px solid var(--hair); }
        details > .text { padding: 16px 18px 0; }
        details > .rows { margin: 0; padding: 0 18px; border: 0; }
        details > .rows > :last-child { border: 0; }
        .text > :first-child { margin-top: 0; }

        /* The title block of a sheet, and what stands above it */

        .banner { padding: 12px 16px; border: 1px solid var(--past); border-left-width: 4px; color: var(--past); font-weight: 560; }
        .block {
          display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); margin: 0 0 44px;
          border: 1px solid var(--line); overflow: hidden;
        }
        .block > div { margin: 0 -1px -1px 0; padding: 10px 14px 11px; border: solid var(--hair); border-width: 0 1px 1px 0; }
        .w2 { grid-column: span 2; }
        .w3 { grid-column: span 3; }
        .w4 { grid-column: span 4; }
        dt { margin-bottom: 3px; font-size: 11px; }
        dd { margin: 0; font-size: 16px; line-height: 1.5; overflow-wrap: anywhere; }
        dd.path, dd .path { font-size: 13px; }
        .number { font: 700 21px/1.2 var(--mono); letter-spacing: -.02em; }
        .number a { text-decoration: none; }
        .number a:hover { text-decoration: underline var(--accent); }
        .tags { display: flex; flex-wrap: wrap; gap: 5px; margin: 3px 0 0; padding: 0; list-style: none; }
        .tags li { margin: 0; font-size: 14px; line-height: 1.4; }
        .tags a { display: block; padding: 2px 10px; border: 1px solid var(--line); border-radius: 14px; color: var(--quiet); text-decoration: none; }
        .tags a:hover { border-color: var(--accent); color: var(--ink); }

        .state { color: var(--open); font-weight: 560; }
        .state::before {
          content: ""; display: inline-block; width: 9px; height: 9px; margin-right: 7px;
          border: 2px solid currentColor; border-radius: 50%;
        }
        .live { color: var(--live); }
        .live::before { background: currentColor; }
        .past { color: var(--past); }
        .past::before { width: 8px; height: 8px; border-radius: 0; background: currentColor; transform: rotate(45deg); }
        .dead { color: var(--dead); }
        .dead::before { height: 3px; border-width: 1.5px; border-radius: 0; vertical-align: middle; }

        /* Lists of entries: ruled rows */

        .rows { margin: 0 0 18px; padding: 0; border-top: 1px solid var(--line); list-style: none; }
        .rows > li {
          display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) auto; gap: 0 18px; align-items: baseline;
          margin: 0; padding: 10px 0; border-bottom: 1px solid var(--hair);
        }
        .rows.plain > li { grid-template-columns: minmax(0, 1fr) auto; }
        .rows div { text-wrap: pretty; }
        .rows div > a { font-weight: 560; text-decoration-color: transparent; }
        .rows li:hover div > a, .rows div > a:focus { text-decoration-color: var(--accent); }
        .rows p {
          display: -webkit-box; margin: 1px 0 0; overflow: hidden; color: var(--quiet); font-size: 15px; line-height: 1.45;
          -webkit-box-orient: vertical; -webkit-line-clamp: 3; line-clamp: 3;
        }
        .rows .path { font-size: 13px; font-weight: 400; }
        .mark { color: var(--quiet); font: 400 13px/1.5 var(--mono); overflow-wrap: anywhere; }
        .aside { max-width: 14rem; color: var(--quiet); font-size: 14px; text-align: right; overflow-wrap: anywhere; }
        .columns { columns: 14rem; column-gap: 32px; padding: 0; list-style: none; }
        .columns span { color: var(--quiet); font: 400 12px var(--mono); }
        .letters { display: flex; flex-wrap: wrap; gap: 4px; padding: 0; list-style: none; }
        .letters a { display: block; min-width: 32px; padding: 2px 8px; border: 1px solid var(--line); border-radius: 4px; text-align: center; text-decoration: none; }
        .letters a:hover { border-color: var(--accent); }

        .tree { columns: auto; }
        .tree li { padding: 3px 0 3px 14px; border-left: 1px solid var(--line); }
        .tree .depth1 { margin-top: 14px; padding-left: 0; border: 0; font-weight: 560; }
        .tree .depth3 { margin-left: 22px; } .tree .depth4 { margin-left: 44px; }
        .margin small { display: block; font: 400 12px/1.5 var(--mono); }
        .margin .path { margin: 0; font-size: 13px; overflow-wrap: anywhere; }
        .neighbours ul { display: flex; gap: 16px; margin: 56px 0 0; padding: 16px 0 0; border-top: 1px solid var(--line); list-style: none; }
        .neighbours li { flex: 1; }
        .neighbours .next { text-align: right; }
        .neighbours span { display: block; color: var(--quiet); font: 560 11px/1.6 var(--mono); letter-spacing: .07em; text-transform: uppercase; }
        .day, .question { margin: 0; padding: 0; border: 0; border-bottom: 1px solid var(--hair); }
        .day summary, .question summary { padding: 9px 0 9px 20px; text-indent: -20px; font-weight: 560; cursor: pointer; }
        .day > *, .question > :not(summary) { padding-left: 20px; }
        .day .mark { display: inline-block; min-width: 8.5rem; text-indent: 0; }
        .question[open] { padding-bottom: 8px; }

        details > pre { margin: 0; border: 0; }
        img { max-width: 100%; height: auto; border: 1px solid var(--hair); background: #fff; }

        /* Media */

        @media (max-width: 40rem) {
          body > header { min-height: 60px; padding: 6px 20px; }
          .brand { font-size: 15px; }
          .search { min-width: 0; }
          .search span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
          h1 { font-size: 32px; }
          .block { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .w2, .w4 { grid-column: span 2; }
          .w3 { grid-column: auto; }
          .rows > li { grid-template-columns: minmax(0, 1fr) auto; }
          .rows .mark { grid-column: 1; }
          .rows .mark + div { grid-column: 1 / -1; grid-row: 2; }
          .rows .mark ~ .aside { grid-column: 2; grid-row: 1; max-width: 12rem; }
        }

        @media (prefers-reduced-motion: no-preference) {
          html { scroll-behavior: smooth; }
        }

        @media (forced-colors: active) {
          .live::before, .past::before { background: CanvasText; }
          .rooms a[aria-current] { border-left: 4px solid; }
          .anchor { opacity: 1; }
        }

        @media print {
          :root {
            --paper: #fff; --ink: #000; --quiet: #444; --line: #999; --hair: #ccc; --code: #fff; --grid: #fff; --accent: #666;
            --live: #1d6b41; --open: #1c5a9e; --past: #7d5200; --dead: #9b2525;
          }
          body { font-size: 10.5pt; }
          body > header, .skip, nav.path, .margin, .rooms, .anchor, summary { display: none; }
          .zones { display: block; padding: 0; }
          main { max-width: none; padding: 0; }
          h1, h2, h3, h4 { break-after: avoid; }
          pre, table, figure, .block, .rows > li { break-inside: avoid; }
          pre { white-space: pre-wrap; }
          .wide main > p, .wide main > details { max-width: none; }
          .text a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 85%; overflow-wrap: anywhere; }
        }

        """#
}
