// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault")]

/// The diagrams module and the views of its tests, built once more beside a program that measures them.
let package = Package(
    name: "measure",
    targets: [
        .target(name: "Model", swiftSettings: settings),
        .target(name: "Diagrams", dependencies: ["Model"], swiftSettings: settings),
        .executableTarget(name: "measure", dependencies: ["Diagrams"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
