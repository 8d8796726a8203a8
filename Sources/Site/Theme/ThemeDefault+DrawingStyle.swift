extension ThemeDefault {
    /// The style of drawings and their figures; equal to `site/theme/drawing.css`.
    package static let drawingStyle = #"""
        /* Drawings lie on drafting paper. What is within a drawn diagram has its rules in the program, which come first. */

        .sheet {
          padding: 22px; overflow-x: auto;
          background-image: linear-gradient(var(--grid) 1px, transparent 1px), linear-gradient(90deg, var(--grid) 1px, transparent 1px);
          background-size: 16px 16px;
        }
        .timeline { display: block; width: 100%; min-width: 34rem; }
        .timeline text { fill: var(--quiet); font: 400 12px var(--mono); }
        .timeline .name { fill: var(--ink); font-weight: 700; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
        .timeline .title { fill: var(--ink); font: 400 12px var(--sans); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
        .timeline a { text-decoration: none; } .timeline a:hover .title { text-decoration: underline; }
        .timeline rect { fill: var(--paper); stroke-width: 1.5px; }
        .bar-live { stroke: var(--live); }
        .bar-past { stroke: var(--past); stroke-dasharray: 4 3; }
        .timeline path { fill: none; stroke: var(--quiet); }
        .timeline .hair { stroke: var(--line); }
        .timeline a:hover rect, .timeline a:focus rect { fill: var(--ground); }

        .sheet .diagram { display: block; max-width: max(100%, 44rem); height: auto; margin: 0 auto; }
        .sheet .diagram .paper { fill: none; }
        .sheet .diagram text { paint-order: stroke; }
        .sheet .diagram .label text, .sheet .diagram .boundary text { stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; }
        .sheet .diagram a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        .ways { margin-left: auto; }
        figcaption details { flex: 1 1 auto; margin: 0; border: 0; text-align: right; }
        figcaption details[open] { flex-basis: 100%; }
        figcaption summary { display: inline-block; padding: 0; font-weight: 400; text-decoration: underline var(--accent); text-underline-offset: 3px; }
        figcaption details[open] > summary { border: 0; }
        figcaption pre { margin: 10px 0 4px; text-align: left; }
        .words { white-space: pre-wrap; }
        .twin { line-height: 1.25; }

        .drawing { border: 1px solid var(--line); }
        figcaption { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 9px 14px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 14px; }
        figcaption b { color: var(--ink); font: 700 12.5px/1.7 var(--mono); }

        """#
}
