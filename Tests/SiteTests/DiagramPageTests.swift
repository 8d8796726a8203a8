import Diagrams
import Model
import Site
import Testing

@Suite struct `The pages of diagrams` {
    private static let shop = """
        workspace "Shop" {
            !identifiers hierarchical
            model {
                customer = person "Customer" "Buys <b>books</b>."
                shop = softwareSystem "Shop" {
                    web = container "Web & API" "Takes orders" "Swift" {
                        properties {
                            "pattern" "saga"
                        }
                    }
                    store = container "Store" "Keeps orders" "PostgreSQL" {
                        properties {
                            "adr" "12"
                        }
                    }
                }
                customer -> shop.web "Orders at"
                shop.web -> shop.store "Writes to" "SQL"
            }
            views {
                systemContext shop "context" {
                    include *
                }
                container shop "containers" {
                    include *
                    title "Shop: what it is made of"
                }
            }
        }
        """

    /// The sample book with the diagrams of a file, and one that a pattern draws.
    static let site: BuiltSite = {
        let document = DiagramReader.read(Array(shop.utf8), as: .structurizr, path: "knowledge/shop.dsl")
        var book = SampleBook.book
        book.entries += document.entries
        var options = SiteOptions()
        options.diagrams = [document]
        return SiteBuilder(book: book, options: options).build()
    }()

    @Test func `show the drawing, then its elements and relationships in words`() throws {
        let text = Self.site.text("diagrams/containers.html")
        let drawing = try #require(text.firstRange(of: "<svg xmlns"))
        let elements = try #require(text.firstRange(of: "<h2 id=\"elements\">"))
        #expect(drawing.lowerBound < elements.lowerBound)
        #expect(text.contains("<dd>C4 container</dd>"))
        #expect(text.contains("<td>Container: PostgreSQL</td><td>Keeps orders</td>"))
        #expect(text.contains("In characters</summary>"))
        #expect(
            text.contains("container &quot;Store&quot;") || text.contains("<span class=\"s\">&quot;Store&quot;</span>"))
    }

    @Test func `leave out the columns of tables in which nothing stands`() {
        let head = "<th scope=\"col\">Names</th>"
        #expect(Self.site.text("diagrams/containers.html").contains(head))
        #expect(!Self.site.text("diagrams/context.html").contains(head))
        #expect(!Self.site.text("diagrams/containers.html").contains("<th scope=\"col\">Step</th>"))
    }

    @Test func `lead from elements to what they consist of and to what they name`() {
        let context = Self.site.text("diagrams/context.html")
        #expect(context.contains("<a href=\"containers.html\">\n<title>Shop"))
        let containers = Self.site.text("diagrams/containers.html")
        #expect(containers.contains("<a href=\"../patterns/saga.html\">Web &amp; API</a>"))
        #expect(containers.contains("<td><a href=\"../decisions/0012-outbox.html\">ADR 12</a></td>"))
    }

    @Test func `are named by what their elements name`() {
        let decision = Self.site.text("decisions/0012-outbox.html")
        #expect(
            decision.contains(
                "<dt>Touches</dt><dd><a href=\"../diagrams/containers.html#element.shop.store\">Store</a>"))
        #expect(Self.site.text("patterns/saga.html").contains("<dt>Drawn in</dt>"))
    }

    @Test func `draw the blocks of notes, with the way to their text and source`() {
        let text = Self.site.text("decisions/0012-outbox.html")
        #expect(text.contains("<figcaption><b>C4 landscape</b>") || text.contains("<figcaption><b>C4"))
        #expect(text.contains("<svg xmlns"))
        #expect(text.contains("<summary>Text and source</summary>"))
        #expect(text.contains("href=\"../drawing.css\""))
    }

    @Test func `are well-formed, and lead only to what is there`() {
        #expect(Self.site.brokenLinks == [])
        for (path, page) in Self.site.pages {
            #expect(page.faults == [], "\(path)")
            #expect(Set(page.ids).count == page.ids.count, "\(path) gives an id twice")
        }
    }

    @Test(arguments: attacks)
    func `make no markup of names and labels`(attack: String) {
        let name = attack.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
        let text = """
            a = softwareSystem "\(name)" "\(name)" "\(name)" {
                url "\(name)"
            }
            b = softwareSystem "B"
            a -> b "\(name)" "\(name)"
            """
        let document = DiagramReader.read(Array(text.utf8), as: .structurizr, path: "knowledge/x.dsl")
        var book = Book(title: "Book", entries: document.entries)
        book.entries += SampleBook.patterns
        var options = SiteOptions()
        options.diagrams = [document]
        let site = SiteBuilder(book: book, options: options).build()
        let known = Set(Self.site.pages.values.flatMap { $0.tags.map(\.name) })
        for (path, page) in site.pages {
            #expect(Set(page.tags.map(\.name)).subtracting(known) == [], "\(path)")
            #expect(page.faults == [], "\(path)")
            #expect(!page.tags.contains { tag in tag.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } })
            let schemes = page.addresses.map { $0.lowercased() }
            #expect(
                !schemes.contains { $0.hasPrefix("javascript:") || $0.hasPrefix("data:") || $0.hasPrefix("vbscript:") })
        }
    }
}
