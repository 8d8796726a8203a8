// swift-tools-version: 6.2
import PackageDescription

/// The strictest settings that the toolchain offers; see CONTRIBUTING.md, "House rules".
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nio = ["NIOCore", "NIOHTTP1", "NIOPosix"].map { Target.Dependency.product(name: $0, package: "swift-nio") }
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A module of the program.
///
/// The arrows of the module graph point down only: a module depends on the ones below it.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module, which may use the test support and whatever the module itself sees.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: (name == "Model" ? [] : ["Model"]) + [.byName(name: name), "TestSupport"] + dependencies,
        exclude: exclude,
        swiftSettings: strict
    )
}

let package = Package(
    name: "archbook",
    products: [.executable(name: "archbook", targets: ["archbook"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .executableTarget(name: "archbook", dependencies: ["Commands"], swiftSettings: strict),
        module(
            "Commands",
            [
                "Checks", "Diagrams", "LinkHealth", "Markdown", "Model", "Preview", "Reading", "Records", "Review",
                "Search", "Site", "Terminal", "Workspace",
                argumentParser,
            ]
        ),
        module("Terminal", ["Model"]),
        module("Workspace", ["Diagrams", "LinkHealth", "Markdown", "Model", "Reading", "Records", "Search", yams]),
        module("Site", ["DefaultTheme", "Diagrams", "LinkHealth", "Markdown", "Model", "Search", mustache]),
        // A link leads to site/theme, where people look for it.
        .target(name: "DefaultTheme", resources: [.embedInCode("theme")], swiftSettings: strict),
        module("Preview", ["Model"] + nio),
        module("Checks", ["Model"]),
        module("Review", ["Model"]),
        module("Search", ["CStemmer", "Model"]),
        module("LinkHealth", ["Model"]),
        module("Diagrams", ["Model"]),
        module("Records", ["Markdown", "Model"]),
        module("Reading", ["Markdown", "Model", yams]),
        module("Markdown", ["CCMarkGFM", "Model"]),
        module("Model"),
        .systemLibrary(
            name: "CCMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),

        .target(name: "TestSupport", dependencies: ["Model"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("Model"),
        tests("Markdown", exclude: ["Golden"]),
        tests("Reading", ["Markdown"]),
        tests("Records", exclude: ["Fixtures"]),
        tests("Review", exclude: ["Fixtures"]),
        tests("Search"),
        tests("Checks"),
        tests("LinkHealth"),
        tests("Diagrams", exclude: ["Drawing/Golden", "Fixtures"]),
        tests("Site", ["DefaultTheme", "LinkHealth"]),
        tests("Preview"),
        tests("Terminal"),
        tests("Workspace", ["LinkHealth", "Reading", "Records", "Search", "Site"], exclude: ["Search/Golden"]),
        tests(
            "Commands",
            ["Checks", "Diagrams", "LinkHealth", "Records", "Review", "Terminal", "Workspace", argumentParser],
            exclude: ["Golden"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
