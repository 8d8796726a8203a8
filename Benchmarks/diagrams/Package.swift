// swift-tools-version: 6.2
import PackageDescription

/// The diagrams module and the views of its tests, built once more beside a program that measures them.
let package = Package(
    name: "measure",
    targets: [
        .target(name: "Model"),
        .target(name: "Diagrams", dependencies: ["Model"]),
        .executableTarget(name: "measure", dependencies: ["Diagrams"]),
    ],
    swiftLanguageModes: [.v6]
)
