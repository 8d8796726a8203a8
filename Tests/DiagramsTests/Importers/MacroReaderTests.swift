import Diagrams
import Model
import Testing

/// C4-PlantUML and Mermaid C4, as people write them.
@Suite struct `A diagram of macros` {
    private func read(_ text: String, as language: DiagramLanguage = .plantuml) -> DiagramDocument {
        DiagramReader.read(Array(text.utf8), as: language, path: "shop.puml")
    }

    private func view(_ document: DiagramDocument) -> DiagramView? {
        document.workspace.views.first.flatMap(ViewResolver(document.workspace).resolve)
    }

    static let containers = """
        @startuml
        !include <C4/C4_Container>
        ' a comment
        title The shop
        LAYOUT_LEFT_RIGHT()
        SetPropertyHeader("Key", "Value")
        AddElementTag("old", $bgColor="#AABBCC", $shape=RoundedBoxShape())
        AddRelTag("async", $lineColor="red", $lineStyle=DashedLine())
        Enterprise_Boundary(acme, "Acme") {
          Person(guest, "Guest", "Buys, a lot")
          System_Boundary(shop, "Shop") {
            AddProperty("team", "red")
            Container(web, "Web", "Swift", "Shows", $tags="old+new", $link="https://shop.example")
            ContainerDb(db, "Orders", "SQL")
            Boundary(inner, "Inner") {
              ContainerQueue(q, "Queue")
            }
          }
        }
        System_Ext(mail, "Mail")
        Rel(guest, web, "Orders at", "HTTPS")
        Rel_Back(db, web, "Asks", $tags="async")
        BiRel(web, q, "Talks to")
        Rel_R(web, mail, "Sends\\nmails")
        Lay_D(web, db)
        SHOW_LEGEND()
        @enduml
        """

    @Test func `gives elements, boundaries and relationships`() {
        let document = read(Self.containers)
        #expect(document.told == [])
        #expect(document.workspace.elements.map(\.id) == ["guest", "shop", "shop.web", "shop.db", "shop.q", "mail"])
        let view = view(document)
        #expect(view?.kind == .container)
        #expect(view?.direction == .leftRight)
        #expect(view?.ids == ["guest", "shop.web", "shop.db", "shop.q", "mail"])
        #expect(
            view?.lines == [
                "guest -> shop.web", "shop.web -> shop.db", "shop.web -> shop.q", "shop.q -> shop.web",
                "shop.web -> mail",
            ])
        #expect(view?.elements.map(\.style.shape) == [.person, .roundedBox, .cylinder, .pipe, .box])
        #expect(view?.elements.last?.style.isExternal == true)
        #expect(document.workspace.element("shop.web")?.tags == ["old", "new"])
        #expect(document.workspace.element("shop.web")?.properties == ["team": "red"])
        #expect(document.workspace.element("shop.web")?.url == "https://shop.example")
        #expect(view?.relationships.last?.description == "Sends mails")
    }

    @Test func `numbers the steps of a dynamic diagram`() {
        let text = """
            C4Dynamic
              title Placing an order
              Person(a, "A")
              Container(b, "B", "Swift")
              Rel(a, b, "First")
              RelIndex(7, b, a, "Then")
            """
        let view = view(read(text, as: .mermaid))
        #expect(view?.kind == .dynamic)
        #expect(view?.relationships.map(\.order) == ["1", "7"])
    }

    @Test func `makes instances of what stands in nodes`() {
        let text = """
            Deployment_Node(cloud, "Cloud", "Linux") {
              Deployment_Node(host, "Host") {
                Container(web, "Web", "Swift")
              }
              ContainerDb(db, "Orders", "SQL")
            }
            Rel(web, db, "Asks")
            """
        let view = view(read(text))
        #expect(view?.kind == .deployment)
        #expect(view?.elements.map(\.name) == ["Web", "Orders"])
        #expect(view?.boundaries.map(\.name) == ["Cloud", "Host"])
        #expect(view?.relationships.map(\.description) == ["Asks"])
    }

    @Test(arguments: [
        ("Persn(a, \"A\")", "1:1: `Persn` is unknown in a C4 diagram; did you mean `Person`?"),
        ("Person(a, \"A\")\nRel(a, b, \"x\")", "2:1: there is no `b`; declare it, or correct the name"),
        ("Person(a, \"A\")\nPerson(a, \"B\")", "2:1: the identifier `a` is in use already; choose another"),
        ("Person()", "1:1: `Person` needs a name; add it"),
    ]) func `tells faults with their places`(_ text: String, _ told: String) {
        #expect(read(text).told == [told])
    }

    @Test func `of JSON that is none says where`() {
        let document = DiagramReader.read(Array("{\"model\": {\n  \"people\": [}".utf8), as: .json, path: "x.json")
        #expect(document.findings.map(\.position.line) == [2])
    }
}
