import Diagrams

/// Views as architects draw them, from small to awkward.
enum SampleViews {
    static let all: [DiagramView] = [
        bankContext, bankContainers, bankComponents, shopServices, deployment, signIn, dense, hub, loops, bothWays,
        scripts,
        longTexts, noTexts, lonely, packed, pipeline, shapes, boundaryEnds, single, empty,
    ]

    static var bankContext: DiagramView {
        var view = ViewBuilder("Internet Banking context", kind: .systemContext)
        view.person("customer", "Personal Banking Customer", "A customer of the bank, with personal bank accounts.")
        view.system("banking", "Internet Banking System", "Allows customers to view their accounts and make payments.")
        view.system("mail", "E-mail System", "The internal Microsoft Exchange e-mail system.", external: true)
        view.system("core", "Mainframe Banking System", "Stores all of the core banking information.", external: true)
        view.line("customer", "banking", "Views account balances and makes payments using")
        view.line("banking", "mail", "Sends e-mail using")
        view.line("banking", "core", "Gets account information from, and makes payments using")
        view.line("mail", "customer", "Sends e-mails to")
        return view.view
    }

    static var bankContainers: DiagramView {
        var view = ViewBuilder("Internet Banking containers")
        view.person("customer", "Personal Banking Customer", "A customer of the bank, with personal bank accounts.")
        view.boundary("banking", "Internet Banking System")
        view.container(
            "web", "Web Application", "Java and Spring MVC",
            "Delivers the static content and the single page application.",
            in: "banking")
        view.container(
            "spa", "Single-Page Application", "JavaScript and Angular",
            "Provides all of the functionality to customers.",
            in: "banking", shape: .webBrowser)
        view.container(
            "mobile", "Mobile App", "Xamarin", "Provides a limited subset of the functionality to customers.",
            in: "banking",
            shape: .mobileDevicePortrait)
        view.container(
            "api", "API Application", "Java and Spring MVC", "Provides banking functionality over a JSON/HTTPS API.",
            in: "banking")
        view.container(
            "db", "Database", "Oracle Database Schema", "Stores registration, credentials, access logs.", in: "banking",
            shape: .cylinder)
        view.system("mail", "E-mail System", "The internal Microsoft Exchange e-mail system.", external: true)
        view.system("core", "Mainframe Banking System", "Stores all of the core banking information.", external: true)
        view.line("customer", "web", "Visits bigbank.com/ib using", "HTTPS")
        view.line("customer", "spa", "Views account balances, and makes payments using")
        view.line("customer", "mobile", "Views account balances, and makes payments using")
        view.line("web", "spa", "Delivers to the customer's web browser")
        view.line("spa", "api", "Makes API calls to", "JSON/HTTPS")
        view.line("mobile", "api", "Makes API calls to", "JSON/HTTPS")
        view.line("api", "db", "Reads from and writes to", "JDBC")
        view.line("api", "core", "Makes API calls to", "XML/HTTPS")
        view.line("api", "mail", "Sends e-mail using", "SMTP")
        view.line("mail", "customer", "Sends e-mails to")
        return view.view
    }

    static var bankComponents: DiagramView {
        var view = ViewBuilder("API Application components", kind: .component)
        view.container("spa", "Single-Page Application", "JavaScript and Angular", shape: .webBrowser)
        view.container("mobile", "Mobile App", "Xamarin", shape: .mobileDevicePortrait)
        view.boundary("api", "API Application", "Container")
        view.component(
            "signin", "Sign In Controller", "Spring MVC Rest Controller", "Allows users to sign in.", in: "api")
        view.component(
            "reset", "Reset Password Controller", "Spring MVC Rest Controller", "Resets passwords.", in: "api")
        view.component(
            "summary", "Accounts Summary Controller", "Spring MVC Rest Controller", "Summary of accounts.", in: "api")
        view.component("security", "Security Component", "Spring Bean", "Signing in, changing passwords.", in: "api")
        view.component("mailer", "E-mail Component", "Spring Bean", "Sends e-mails to users.", in: "api")
        view.component("facade", "Mainframe Facade", "Spring Bean", "A facade onto the mainframe.", in: "api")
        view.container("db", "Database", "Oracle Database Schema", "Stores credentials.", shape: .cylinder)
        view.system("mail", "E-mail System", "Microsoft Exchange.", external: true)
        view.system("core", "Mainframe Banking System", "Core banking information.", external: true)
        for client in ["spa", "mobile"] {
            for controller in ["signin", "reset", "summary"] {
                view.line(client, controller, "Makes API calls to", "JSON/HTTPS")
            }
        }
        view.line("signin", "security", "Uses")
        view.line("reset", "security", "Uses")
        view.line("reset", "mailer", "Uses")
        view.line("summary", "facade", "Uses")
        view.line("security", "db", "Reads from and writes to", "JDBC")
        view.line("mailer", "mail", "Sends e-mail using")
        view.line("facade", "core", "Makes API calls to", "XML/HTTPS")
        return view.view
    }

    static var shopServices: DiagramView {
        var view = ViewBuilder("Shop services")
        view.person("buyer", "Buyer", "Orders things.")
        view.person("clerk", "Clerk", "Packs and ships.")
        view.boundary("shop", "Shop")
        view.boundary("edge", "Edge", "Group", in: "shop")
        view.boundary("core", "Core services", "Group", in: "shop")
        view.boundary("data", "Event backbone", "Group", in: "shop")
        view.container("web", "Web shop", "React", "What buyers see.", in: "edge", shape: .webBrowser)
        view.container("gateway", "Gateway", "Envoy", "Routes and throttles.", in: "edge")
        for (id, name) in [
            ("orders", "Orders"), ("payments", "Payments"), ("stock", "Stock"), ("shipping", "Shipping"),
            ("catalog", "Catalog"),
        ] {
            view.container(id, name, "Swift", "Owns \(name.lowercased()).", in: "core", shape: .hexagon)
        }
        view.container("log", "Event log", "Kafka", "Ordered facts.", in: "data", shape: .pipe)
        view.container("search", "Search index", "OpenSearch", "Read model.", in: "data", shape: .cylinder)
        view.system("psp", "Payment provider", "Charges cards.", external: true)
        view.system("carrier", "Carrier", "Delivers parcels.", external: true)
        view.line("buyer", "web", "Browses and orders")
        view.line("clerk", "gateway", "Confirms parcels", "HTTPS")
        view.line("web", "gateway", "Calls", "GraphQL")
        for id in ["orders", "payments", "stock", "shipping", "catalog"] {
            view.line("gateway", id, "Routes to", "gRPC")
        }
        for id in ["orders", "payments", "stock", "shipping"] { view.line(id, "log", "Publishes", "Avro") }
        view.line("log", "search", "Projects into")
        view.line("catalog", "search", "Queries")
        view.line("payments", "psp", "Charges with", "HTTPS")
        view.line("shipping", "carrier", "Books pick-ups with", "HTTPS")
        view.line("carrier", "buyer", "Delivers to")
        return view.view
    }

    static var deployment: DiagramView {
        var view = ViewBuilder("Live deployment", kind: .deployment)
        view.boundary("phone", "Customer's phone", "Apple iOS or Android")
        view.container("app", "Mobile App", "Xamarin", in: "phone")
        view.boundary("computer", "Customer's computer", "Microsoft Windows or Apple macOS")
        view.boundary("browser", "Web Browser", "Chrome, Firefox, Safari or Edge", in: "computer")
        view.container("spa", "Single-Page Application", "Angular", in: "browser")
        view.boundary("centre", "Big Bank plc", "Big Bank plc data centre")
        view.boundary("webhost", "bigbank-web***", "Ubuntu 16.04 LTS, x4", in: "centre")
        view.boundary("tomcat1", "Apache Tomcat", "Apache Tomcat 8.x", in: "webhost")
        view.container("web", "Web Application", "Spring MVC", in: "tomcat1")
        view.boundary("apihost", "bigbank-api***", "Ubuntu 16.04 LTS, x8", in: "centre")
        view.boundary("tomcat2", "Apache Tomcat", "Apache Tomcat 8.x", in: "apihost")
        view.container("api", "API Application", "Spring MVC", in: "tomcat2")
        view.boundary("rack", "Database rack", "Rack 7", in: "centre")
        view.boundary("dbhost1", "bigbank-db01", "Ubuntu 16.04 LTS", in: "rack")
        view.boundary("oracle1", "Oracle - Primary", "Oracle 12c", in: "dbhost1")
        view.container("db1", "Database", "Oracle Schema", in: "oracle1", shape: .cylinder)
        view.boundary("dbhost2", "bigbank-db02", "Ubuntu 16.04 LTS", in: "rack")
        view.boundary("oracle2", "Oracle - Secondary", "Oracle 12c", in: "dbhost2")
        view.container("db2", "Database", "Oracle Schema", in: "oracle2", shape: .cylinder)
        view.line("app", "api", "Makes API calls to", "JSON/HTTPS")
        view.line("spa", "api", "Makes API calls to", "JSON/HTTPS")
        view.line("web", "spa", "Delivers to the customer's web browser")
        view.line("api", "db1", "Reads from and writes to", "JDBC")
        view.line("api", "db2", "Reads from and writes to", "JDBC")
        view.line("oracle1", "oracle2", "Replicates data to")
        return view.view
    }

    static var signIn: DiagramView {
        var view = ViewBuilder("Sign in", kind: .dynamic)
        view.container("spa", "Single-Page Application", "Angular", shape: .webBrowser)
        view.boundary("api", "API Application", "Container")
        view.component("signin", "Sign In Controller", "Spring MVC", "Allows users to sign in.", in: "api")
        view.component("security", "Security Component", "Spring Bean", "Issues tokens.", in: "api")
        view.container("db", "Database", "Oracle", "Stores credentials.", shape: .cylinder)
        view.line("spa", "signin", "Submits credentials to", "JSON/HTTPS", order: "1")
        view.line("signin", "security", "Validates credentials using", order: "2")
        view.line("security", "db", "select * from users where username = ?", "JDBC", order: "3")
        view.line("db", "security", "Returns user data to", "JDBC", order: "4", isResponse: true)
        view.line("security", "signin", "Returns true if the hashed password matches", order: "5", isResponse: true)
        view.line("signin", "spa", "Sends back an authentication token to", "JSON/HTTPS", order: "6", isResponse: true)
        return view.view
    }
}
