import Diagrams
import Model
import Testing

/// What the reader makes of the forms of the language.
@Suite struct `The Structurizr DSL` {
    @Test(arguments: Fixture.all) func `is read without faults from files as people write them`(_ fixture: Fixture) {
        let errors = fixture.document.findings.filter { $0.severity == .error }
        #expect(errors.map(\.message) == (fixture.name == "island.dsl" ? [Self.foreignName] : []))
    }

    private static let foreignName = "`человек` is no identifier; use letters, digits and `_`"

    @Test func `has ids made of identifiers, whichever way they are written`() {
        let flat = read("workspace {\n model {\n s = softwareSystem \"S\" {\n c = container \"C\"\n }\n }\n}")
        let nested = read(
            "workspace {\n !identifiers hierarchical\n model {\n s = softwareSystem \"S\" {\n c = container \"C\"\n }\n }\n}"
        )
        #expect(flat.workspace.elements.map(\.id) == ["s", "s.c"])
        #expect(nested.workspace.elements == flat.workspace.elements)
    }

    @Test func `implies relationships between the wholes of related parts, unless there is one`() {
        let document = read(
            """
            a = softwareSystem "A" {
                x = container "X"
            }
            b = softwareSystem "B" {
                y = container "Y"
            }
            c = softwareSystem "C"
            x -> y "Calls"
            x -> c "Tells"
            a -> c "Uses"
            systemLandscape "all" {
                include *
            }
            """)
        #expect(document.told == [])
        let view = document.view("all")
        #expect(view?.relationships.map(\.description) == ["Uses", "Calls"])
    }

    @Test func `reads what is declared further down, unless the text is strict`() {
        let text = "workspace {\n model {\n a -> b \"Later\"\n a = person \"A\"\n b = person \"B\"\n }\n}"
        #expect(read(text).told == [])
        #expect(read(text).workspace.relationships.map(\.pair) == [C4Pair("a", "b")])
        let strict = read(text.replacing("workspace {\n", with: "workspace {\n !strict\n"))
        #expect(strict.findings.map(\.rule.rawValue) == ["diagram.unknown-reference", "diagram.unknown-reference"])
    }

    @Test func `takes comments at the end of a line, unless the text is strict`() {
        let text = "workspace {\n model {\n a = person \"A\" // the first\n }\n}"
        #expect(read(text).told == [])
        let strict = read(text.replacing("workspace {\n", with: "workspace {\n !strict\n"))
        #expect(strict.findings.count == 1)
    }

    @Test func `includes files and folders, with the constants above them`() {
        let files = memory([
            "people.dsl": "a = person ${NAME}\n", "systems/1.dsl": "s = softwareSystem \"One\"",
            "systems/2.dsl": "t = softwareSystem \"Two\"",
        ])
        let text =
            "workspace {\n !const NAME \"Ann Example\"\n model {\n !include people.dsl\n !include systems\n a -> t\n }\n}"
        let document = read(text, files: files)
        #expect(document.told == [])
        #expect(document.workspace.elements.map(\.name) == ["Ann Example", "One", "Two"])
        #expect(document.files.first == "shop.dsl")
        #expect(document.files.dropFirst().sorted() == ["people.dsl", "systems/1.dsl", "systems/2.dsl"])
    }

    @Test func `shares the elements of another file, and extends it with its views`() {
        let base =
            "workspace \"Base\" {\n model {\n a = person \"A\"\n }\n views {\n systemLandscape \"v\" {\n include *\n }\n }\n}"
        let files = memory(["base.dsl": base])
        let used = read("!use base.dsl\nb = person \"B\"\nb -> a \"Knows\"", files: files)
        #expect(used.told == [])
        #expect(used.workspace.elements.map(\.id) == ["a", "b"])
        #expect(used.workspace.views.isEmpty)
        let extended = read("workspace extends base.dsl {\n model {\n b = person \"B\"\n }\n}", files: files)
        #expect(extended.told == [])
        #expect(extended.workspace.views.map(\.key) == ["v"])
        #expect(extended.view("v")?.ids == ["a", "b"])
    }

    @Test func `numbers steps, those of parallel blocks alike`() {
        let view = Fixture.all.first { $0.name == "bakery.dsl" }?.document.view("ordering")
        #expect(view?.relationships.map(\.order) == ["1", "2", "3", "3", "4"])
        #expect(view?.relationships.map(\.isResponse) == [false, false, false, false, true])
    }

    @Test func `relates instances within a deployment group`() {
        let view = Fixture.all.first { $0.name == "bakery.dsl" }?.document.view("running")
        let expected = [
            "live.cloud.edge -> live.cloud.one.web", "live.cloud.one.api -> live.cloud.two.store",
            "live.cloud.one.web -> live.cloud.one.api", "live.cloud.two.api -> live.cloud.two.store",
        ]
        #expect(view?.lines.sorted() == expected)
    }

    @Test func `filters a view by tags`() {
        let view = Fixture.all.first { $0.name == "bakery.dsl" }?.document.view("inside")
        #expect(view?.ids == ["baker", "shop"])
    }

    @Test func `makes the views of a text that has none`() {
        let document = Fixture.all.first { $0.name == "island.dsl" }?.document
        let views = document.map { ViewResolver($0.workspace).views.map(\.kind) }
        #expect(views == [.systemLandscape, .systemContext, .custom])
    }

    @Test func `keeps the colours of both schemes apart`() {
        let document = read(
            """
            p = person "P"
            systemLandscape "all" {
                include *
            }
            styles {
                light {
                    element "Person" {
                        background #ffffff
                    }
                }
                dark {
                    element "Person" {
                        background #000000
                    }
                }
            }
            """)
        #expect(document.told == [])
        let style = document.view("all")?.elements.first?.style
        #expect(style?.background == "#ffffff")
        #expect(style?.dark == ElementStyle.Colors(background: "#000000"))
    }

    @Test func `styles by tag in the order of the file`() {
        let document = read(
            """
            p = person "P" "" "Loud"
            systemLandscape "all" {
                include *
            }
            styles {
                element "Loud" {
                    background red
                }
                element "Person" {
                    background #0F0
                    shape robot
                }
            }
            """)
        #expect(document.told == [])
        #expect(document.view("all")?.elements.first?.style.background == "#00ff00")
        #expect(document.view("all")?.elements.first?.style.shape == .robot)
    }

    @Test(arguments: [
        ("*", "web api db person other"), ("->shop.api->", "web api db"), ("shop.api->", "api db"),
        ("->shop.api", "web api"), ("element.tag==Store", "db"),
        ("element.tag!=Store && element.type==Container", "web api"),
        ("element.parent==shop && element.technology==Swift", "api"),
        ("element.type==Person || element.tag==Store", "db person"),
        ("element.properties[team]==red", "web"),
    ]) func `picks elements by expressions`(_ expression: String, _ expected: String) {
        let document = read(
            """
            shop = softwareSystem "Shop" {
                web = container "Web" {
                    properties {
                        team red
                    }
                }
                api = container "API" "" "Swift"
                db = container "DB" "" "" "Store"
            }
            person = person "P"
            other = softwareSystem "O"
            web -> api
            api -> db
            person -> web
            db -> other
            container shop "v" {
                include "\(expression.replacing("shop.", with: ""))"
            }
            """)
        #expect(document.told == [])
        let ids = document.view("v")?.ids.map { $0.replacing("shop.", with: "") } ?? []
        #expect(Set(ids) == Set(expected.split(separator: " ").map(String.init)))
    }
}
