/// What a file or block of diagrams says of an architecture, as far as checks and pages need to know.
package struct ArchitectureModel: Sendable, Equatable {
    /// The file that it stands in.
    package var path: String
    package var elements: [Element] = []
    package var relationships: [Relationship] = []
    package var views: [View] = []

    package init(path: String) { self.path = path }

    /// A person, a system or a part of one.
    package struct Element: Sendable, Equatable, Identifiable {
        /// The id, such as `shop.web`.
        package var id: String
        package var name: String
        /// What it is, in words such as `software system`.
        package var kind: String
        /// Whether it says what it is for.
        package var isDescribed: Bool
        /// Whether a view shows it, as a box or as a frame.
        package var isShown: Bool
        /// What the author says of it by name, such as `adr`, `pattern` or `rfc`.
        package var properties: [String: String]
        package var source: Source

        package init(
            id: String, name: String, kind: String, isDescribed: Bool, isShown: Bool, properties: [String: String],
            source: Source
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.isDescribed = isDescribed
            self.isShown = isShown
            self.properties = properties
            self.source = source
        }
    }

    /// A stated relationship between two elements.
    package struct Relationship: Sendable, Equatable {
        /// The id of the element that acts.
        package var from: String
        /// The id of the element that is acted upon.
        package var to: String
        package var isDescribed: Bool
        package var source: Source

        package init(from: String, to: String, isDescribed: Bool, source: Source) {
            self.from = from
            self.to = to
            self.isDescribed = isDescribed
            self.source = source
        }
    }

    /// A view of the model.
    package struct View: Sendable, Equatable {
        package var key: String
        package var title: String
        /// The ids of the elements that it shows as boxes.
        package var elements: [String]
        /// Whether the key was made up because the author gave none.
        package var isKeyMadeUp: Bool
        package var source: Source

        package init(key: String, title: String, elements: [String], isKeyMadeUp: Bool, source: Source) {
            self.key = key
            self.title = title
            self.elements = elements
            self.isKeyMadeUp = isKeyMadeUp
            self.source = source
        }
    }
}
