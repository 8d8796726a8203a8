extension ThemeDefault {
    /// The style of the dialog of search; equal to `site/theme/search.css`.
    package static let searchStyle = #"""
        /* The dialog of search; loaded when it is first opened. */

        .search-dialog {
          width: min(46rem, 100vw - 24px); max-height: min(80vh, 46rem); margin: 9vh auto 0; padding: 0; overflow: hidden;
          border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: var(--ink);
        }
        .search-dialog[open] { display: flex; flex-direction: column; }
        .search-dialog::backdrop { background: rgb(16 17 20 / 45%); }
        .search-head { display: flex; gap: 10px; padding: 12px 14px; border-bottom: 1px solid var(--line); }
        .search-head input { flex: 1; min-width: 0; padding: 6px 2px; border: 0; background: none; color: inherit; font: 400 18px/1.4 var(--sans); }
        .search-head input:focus-visible { outline-offset: 0; }
        .search-head input::-webkit-search-cancel-button { display: none; }
        .search-head button { padding: 0 12px; border: 1px solid var(--line); border-radius: 4px; background: none; color: var(--quiet); font: 400 13px var(--mono); cursor: pointer; }
        .status { margin: 0; padding: 8px 18px 0; color: var(--quiet); font-size: 14px; }
        .status:empty { display: none; }
        .results { padding: 8px 8px 12px; overflow-y: auto; }
        .results a { display: block; padding: 9px 10px; border-radius: 4px; text-decoration: none; line-height: 1.4; }
        .results a:hover, .results a:focus { background: var(--ground); }
        .results section > a + a { margin-left: 14px; padding-left: 14px; border-left: 1px solid var(--line); }
        .results b { font-weight: 650; }
        .results small { margin-left: 10px; color: var(--quiet); font: 400 12px var(--mono); }
        .results p { margin: 1px 0 0; color: var(--quiet); font-size: 15px; overflow-wrap: anywhere; }
        mark { background: none; color: var(--accent); font-weight: 560; text-decoration: underline 1px; text-underline-offset: 3px; }

        """#
}
