import Diagrams
import FoundationEssentials
import TestSupport
import Testing

@Suite struct `An SVG drawing` {
    private func svg(_ view: DiagramView, _ options: SVGDrawing.Options = SVGDrawing.Options()) -> String {
        SVGDrawing.svg(of: DiagramLayout.arrange(view), options: options)
    }

    @Test(arguments: [SampleViews.bankContainers, SampleViews.shapes, SampleViews.scripts])
    func `looks as recorded`(view: DiagramView) throws {
        let text = svg(view)
        let name = view.title.hasPrefix("П") ? "scripts" : view.key
        #expect(try text == Golden.expected("\(name).svg", actual: text))
    }

    @Test(arguments: SampleViews.all) func `holds what pages and readers rely on`(view: DiagramView) {
        let text = svg(view)
        #expect(text.hasPrefix("<svg "))
        #expect(text.contains(#"role="img""#) && text.contains("</title>") && text.contains("</desc>"))
        for forbidden in ["<script", "foreignObject", " style=", "javascript:"] { #expect(!text.contains(forbidden)) }
        #expect(text.split(separator: #"<g class="element"#).count == view.elements.count + 1)
        #expect(text.split(separator: #"<g class="boundary"#).count == view.boundaries.count + 1)
        #expect(!text.contains("<b>") && !text.contains("<Mail>"))
    }

    @Test func `writes whole numbers only`() {
        let text = svg(SampleViews.shapes, SVGDrawing.Options(includesStylesheet: false))
        for path in text.split(separator: #" d=""#).dropFirst() {
            #expect(!path.prefix { $0 != "\"" }.contains("."))
        }
    }

    @Test func `leaves its rules to the page where asked`() {
        let text = svg(
            SampleViews.bankContext,
            SVGDrawing.Options(includesStylesheet: false, showsTitle: false, showsLegend: false))
        #expect(!text.contains("<style"))
        #expect(!text.contains("class=\"legend\""))
        #expect(SVGDrawing.stylesheet.contains("prefers-color-scheme: dark"))
        #expect(SVGDrawing.stylesheet.contains("forced-colors: active"))
    }

    @Test func `takes the colours of a model for dark pages, on the screen alone`() {
        var view = SampleViews.bankContext
        #expect(SVGDrawing.darkRules(of: view).isEmpty)
        view.elements[0].style.dark = ElementStyle.Colors(background: "#101010", color: "#111111", stroke: "#00ff00")
        view.relationships[0].style.darkColor = "#ffff00"
        let rules = SVGDrawing.darkRules(of: view)
        #expect(rules.hasPrefix("@media screen and (prefers-color-scheme: dark) and (forced-colors: none) {"))
        for rule in ["dark-fill-101010 { fill: #101010", "dark-stroke-00ff00 { stroke", "dark-stroke-ffff00"] {
            #expect(rules.contains(rule))
        }
        #expect(!rules.contains("#111111"), "a text that nobody can read is written in white")
        let text = svg(view)
        #expect(text.contains(rules))
        #expect(text.contains(#"class="shape fill-person stroke-person dark-fill-101010 dark-stroke-00ff00""#))
    }

    @Test func `fits one sheet of paper when it is printed by itself`() {
        let wide = svg(SampleViews.pipeline)
        #expect(wide.contains(".diagram:root { max-width: 100%; max-height: 100vh; }"))
        #expect(wide.contains("@page { size: landscape; }"))
        #expect(!svg(SampleViews.shapes).contains("@page"))
        #expect(!SVGDrawing.stylesheet.contains(":root"), "a page that shows drawings has sizes of its own")
    }

    @Test func `shows colours for dark pages in the legend, where all boxes of a kind have them`() {
        var view = SampleViews.bankContainers
        let containers = view.elements.indices.filter { view.elements[$0].style.role == .container }
        for index in containers { view.elements[index].style.dark = ElementStyle.Colors(background: "#101010") }
        func legend() -> Substring { svg(view).split(separator: #"<g class="legend">"#).last ?? "" }
        #expect(legend().contains(#"class="fill-container stroke-container dark-fill-101010 dark-stroke-"#))
        view.elements[containers[0]].style.dark?.background = "#202020"
        #expect(legend().contains(#"class="fill-container stroke-container dark-none""#))
        view.elements[containers[0]].style.dark = nil
        #expect(legend().contains(#"class="fill-container stroke-container""#))
    }

    @Test func `links elements to safe addresses only`() {
        var view = SampleViews.bankContext
        view.elements[1].link = "javascript:alert(1)"
        view.elements[2].link = "https://example.org/?a=1&b=2"
        let text = svg(view, SVGDrawing.Options(links: ["core": "../systems/core.html"]))
        #expect(!text.contains("javascript"))
        #expect(text.contains(#"<a href="https://example.org/?a=1&amp;b=2">"#))
        #expect(text.contains(#"<a href="../systems/core.html">"#))
    }

    @Test func `marks changes with words and classes`() {
        let diagram = DiagramLayout.arrange(
            SampleViews.bankContext, options: .init(marks: ["mail": .removed, "r0": .changed]))
        let text = SVGDrawing.svg(of: diagram)
        #expect(text.contains(#"<g class="element removed" data-id="mail">"#))
        #expect(text.contains(#"<g class="relationship changed""#))
        #expect(text.contains("− removed") && text.contains("~ changed"))
        #expect(diagram.faults.isEmpty)
    }

    @Test func `honours the styles of the model`() {
        var view = SampleViews.bankContext
        view.elements[1].style.background = "#1168bd"
        view.elements[1].style.color = "#ffffff"
        view.elements[2].style.border = .dotted
        view.relationships[0].style.line = .solid
        view.relationships[0].style.thickness = 4
        let text = svg(view, SVGDrawing.Options(includesStylesheet: false))
        #expect(text.contains(##"fill="#1168bd""##) && text.contains(##"class="own-text" fill="#ffffff""##))
        #expect(text.contains(#"stroke-dasharray="2 4""#))
        #expect(text.contains(#"stroke-width="4"/>"#))
    }
}

@Suite struct `The colours of a drawing` {
    @Test(arguments: [DiagramTheme.light, .dark]) func `keep the contrast of WCAG AA`(theme: DiagramTheme) {
        for ground in [theme.paper] + theme.boxes.map(\.colors.fill) {
            for text in [theme.ink, theme.quiet, theme.added, theme.removed, theme.changed] {
                #expect(ColorContrast.ratio(text, ground) >= 4.5, "\(text) on \(ground)")
            }
        }
        for line in [theme.line, theme.frame] + theme.boxes.map(\.colors.stroke) {
            #expect(ColorContrast.ratio(line, theme.paper) >= 3, "\(line) on \(theme.paper)")
        }
        for (kind, colors) in theme.boxes {
            #expect(ColorContrast.ratio(colors.stroke, colors.fill) >= 3, "\(kind)")
        }
    }

    @Test(arguments: ["#438dd5", "#999999", "#ffff00", "#08427b"]) func `make text readable on any fill`(fill: String)
        throws
    {
        var view = SampleViews.bankContext
        view.elements[0].style.background = fill
        view.elements[0].style.color = fill
        let text = SVGDrawing.svg(of: DiagramLayout.arrange(view), options: .init(includesStylesheet: false))
        let ink = try #require(text.split(separator: #"class="own-text" fill=""#).dropFirst().first?.prefix(7))
        #expect(ColorContrast.ratio(String(ink), fill) >= 4.5)
    }

    @Test func `have the ratios that WCAG gives`() {
        #expect(ColorContrast.ratio("#000000", "#ffffff") == 21)
        #expect(abs(ColorContrast.ratio("#438dd5", "#ffffff") - 3.49) < 0.01)
    }
}
