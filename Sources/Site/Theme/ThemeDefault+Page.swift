extension ThemeDefault {
    /// The frame of every page; equal to `site/theme/page.mustache`.
    package static let page = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'self'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{{pageTitle}}}</title>
        {{{about}}}{{{base}}}<link rel="stylesheet" href="{{{style}}}">
        </head>
        <body>
        <a class="skip" href="#page.text">To the text</a>
        <a class="skip" href="#page.rooms">To the rooms</a>
        <header>
        <a class="brand" href="{{{home}}}">{{{brand}}}</a>
        <nav aria-label="Whole book"><a class="button rooms-link" href="#page.rooms">Rooms</a>
        <a class="search" href="{{{alphabet}}}"><span>Search patterns, decisions, links</span> <kbd>/</kbd></a></nav>
        </header>
        <div class="zones{{{layout}}}">
        <main id="page.text" tabindex="-1">
        {{{path}}}{{{main}}}</main>
        {{{margin}}}
        <nav class="rooms" id="page.rooms" aria-label="Rooms" tabindex="-1">
        {{{rooms}}}</nav>
        </div>
        <script src="{{{script}}}"></script>
        </body>
        </html>

        """#
}
