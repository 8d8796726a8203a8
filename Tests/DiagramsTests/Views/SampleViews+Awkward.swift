import Diagrams

extension SampleViews {
    static var dense: DiagramView {
        var view = ViewBuilder("Everything calls everything", kind: .systemLandscape)
        for index in 0..<9 { view.system("s\(index)", "System \(index)", "Does its part.") }
        for source in 0..<9 {
            for target in (source + 1)..<max(9, source + 1) where (source * 7 + target * 3) % 4 != 0 {
                view.line("s\(source)", "s\(target)", "Calls", "HTTPS")
            }
        }
        return view.view
    }

    static var hub: DiagramView {
        var view = ViewBuilder("Hub and spokes", kind: .systemLandscape)
        view.system("hub", "Integration hub", "Routes every message.")
        for index in 0..<24 {
            view.system("s\(index)", "Spoke \(index)", "Sends and receives.", external: index % 3 == 0)
            if index % 4 == 0 {
                view.line("s\(index)", "hub", "Sends to", "AMQP")
            } else {
                view.line("hub", "s\(index)", "Sends to")
            }
        }
        return view.view
    }

    static var loops: DiagramView {
        var view = ViewBuilder("Lines to oneself")
        view.boundary("system", "Scheduler")
        view.container("worker", "Worker", "Swift", "Does the work.", in: "system")
        view.container("queue", "Queue", "RabbitMQ", in: "system", shape: .pipe)
        view.line("worker", "worker", "Retries what failed, with a growing pause", "in process")
        view.line("worker", "worker", "Reports")
        view.line("worker", "queue", "Takes work from")
        view.line("queue", "queue")
        return view.view
    }

    static var bothWays: DiagramView {
        var view = ViewBuilder("Both ways")
        view.container("a", "Front end", "TypeScript")
        view.container("b", "Back end", "Swift")
        view.container("c", "Cache", "Redis", shape: .cylinder)
        view.line("a", "b", "Asks", "HTTPS")
        view.line("b", "a", "Pushes to", "WebSocket")
        view.line("a", "b", "Uploads to", "HTTPS")
        view.line("b", "c", "Writes")
        view.line("c", "b", "Invalidates")
        view.line("c", "a", "Warms")
        return view.view
    }

    static var scripts: DiagramView {
        var view = ViewBuilder("Письмо, 文字, كتابة", kind: .systemContext)
        view.person("user", "Пользователь интернет-банка", "Смотрит остатки и делает переводы между счетами.")
        view.boundary("bank", "مصرف الإنترنت", "نظام")
        view.container("web", "網路銀行系統", "網頁應用程式", "讓客戶查看帳戶餘額並進行付款的系統。", in: "bank")
        view.container("api", "ממשק היישום", "Swift", "מספק את שירותי הבנק דרך הרשת.", in: "bank")
        view.system("mail", "📬 <Mail> & \"Quotes\"", "Sends 'e-mail' to <everyone> & all 👩‍👩‍👧‍👦.", external: true)
        view.line("user", "web", "Просматривает счета через", "HTTPS")
        view.line("web", "api", "呼叫應用程式介面", "JSON")
        view.line("api", "mail", "שולח דואר באמצעות")
        view.line("mail", "user", "Отправляет письма <b>жирно</b>")
        return view.view
    }

    static var longTexts: DiagramView {
        var view = ViewBuilder("Long texts")
        let long = String(repeating: "All the words that somebody once thought to be needed here. ", count: 34)
        view.boundary(
            "system", "A boundary whose name is a sentence that goes on for quite a while before it comes to its end")
        view.container("a", "First", "Swift", long, in: "system")
        view.container("b", "Second", "Swift", String(repeating: "unbroken", count: 60), in: "system")
        view.container("c", "Third")
        view.line("a", "b", long, "HTTPS")
        view.line("b", "c", "Short")
        view.line("a", "c", String(repeating: "x", count: 2_000))
        return view.view
    }

    static var noTexts: DiagramView {
        var view = ViewBuilder("No texts")
        view.boundary("x", "", "")
        for id in ["a", "b", "c", "d"] { view.container(id, "", "", in: id == "d" ? nil : "x") }
        view.line("a", "b")
        view.line("a", "c")
        view.line("b", "d")
        view.line("c", "d")
        view.line("d", "a")
        return view.view
    }

    static var lonely: DiagramView {
        var view = ViewBuilder("Nothing is joined", kind: .systemLandscape)
        view.boundary("group", "Old systems", "Group")
        view.boundary("none", "Nothing yet", "Group")
        for index in 0..<7 { view.system("old\(index)", "Old system \(index)", "Still runs.", in: "group") }
        for index in 0..<5 { view.system("new\(index)", "New system \(index)") }
        return view.view
    }

    static var packed: DiagramView {
        var view = ViewBuilder("Three landscapes", kind: .systemLandscape)
        for part in 0..<3 {
            view.boundary("g\(part)", "Region \(part)", "Group")
            for index in 0..<4 {
                view.system("s\(part)\(index)", "System \(part).\(index)", in: index == 3 ? nil : "g\(part)")
            }
            view.line("s\(part)0", "s\(part)1", "Feeds")
            view.line("s\(part)0", "s\(part)2", "Feeds")
            view.line("s\(part)1", "s\(part)3", "Bills")
        }
        return view.view
    }

    static var pipeline: DiagramView {
        var view = ViewBuilder("A pipeline", direction: .leftRight)
        view.boundary("factory", "Build system")
        let steps = ["Checkout", "Compile", "Test", "Package", "Sign", "Publish"]
        for (index, step) in steps.enumerated() {
            view.container("p\(index)", step, "Shell", in: index > 0 && index < 5 ? "factory" : nil, shape: .pipe)
            if index > 0 { view.line("p\(index - 1)", "p\(index)", "Hands over") }
        }
        view.line("p0", "p5", "Names the version")
        view.line("p3", "p1", "Asks again when a part is missing")
        return view.view
    }

    static var shapes: DiagramView {
        var view = ViewBuilder("All shapes")
        for (index, shape) in ElementStyle.Shape.allCases.enumerated() {
            view.container("e\(index)", shape.rawValue, "Swift", "Drawn as what it is.", shape: shape)
            if index >= 5 { view.line("e\(index - 5)", "e\(index)", "Goes on to") }
            if index % 4 == 3 { view.line("e\(index)", "e\(index - 3)", "Returns to") }
        }
        return view.view
    }

    static var boundaryEnds: DiagramView {
        var view = ViewBuilder("Lines to boundaries", kind: .deployment, direction: .bottomTop)
        view.boundary("east", "Region east", "Data centre")
        view.boundary("west", "Region west", "Data centre")
        view.container("e1", "API", "Swift", in: "east")
        view.container("e2", "Database", "PostgreSQL", in: "east", shape: .cylinder)
        view.container("w1", "API", "Swift", in: "west")
        view.container("w2", "Database", "PostgreSQL", in: "west", shape: .cylinder)
        view.node("dns", "DNS", "Route 53")
        view.line("e1", "e2", "Reads", "SQL")
        view.line("w1", "w2", "Reads", "SQL")
        view.line("east", "west", "Replicates to", "WAL")
        view.line("dns", "east", "Points to")
        view.line("dns", "west", "Points to")
        view.line("east", "e1", "Is not drawn: an end is in the other")
        view.line("nobody", "e1", "Is not drawn: nobody is not in the view")
        return view.view
    }

    static var single: DiagramView {
        var view = ViewBuilder("One box")
        view.system("only", "The only system", "There is nothing else.")
        return view.view
    }

    static var empty: DiagramView { ViewBuilder("Nothing at all").view }
}
