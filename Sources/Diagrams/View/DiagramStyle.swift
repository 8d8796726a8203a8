/// How a box is drawn, as the styles of the Structurizr DSL name it; an absent value leaves it to the theme.
package struct ElementStyle: Sendable, Hashable {
    /// The outlines of the Structurizr DSL.
    package enum Shape: String, Sendable, Hashable, CaseIterable {
        case box = "Box"
        case roundedBox = "RoundedBox"
        case circle = "Circle"
        case ellipse = "Ellipse"
        case hexagon = "Hexagon"
        case diamond = "Diamond"
        case cylinder = "Cylinder"
        case bucket = "Bucket"
        case pipe = "Pipe"
        case person = "Person"
        case robot = "Robot"
        case folder = "Folder"
        case webBrowser = "WebBrowser"
        case window = "Window"
        case terminal = "Terminal"
        case shell = "Shell"
        case mobileDevicePortrait = "MobileDevicePortrait"
        case mobileDeviceLandscape = "MobileDeviceLandscape"
        case component = "Component"
    }

    /// What a box is, which decides its colours where the file names none.
    package enum Role: String, Sendable, Hashable, CaseIterable {
        case person, softwareSystem, container, component, infrastructure, deploymentNode, group, custom
    }

    /// The colours that a model gives a box for one scheme, as `#rrggbb` in lower case.
    package struct Colors: Sendable, Hashable {
        package var background: String?
        package var color: String?
        package var stroke: String?

        /// Makes colours; what is absent is left to the theme.
        package init(background: String? = nil, color: String? = nil, stroke: String? = nil) {
            self.background = background
            self.color = color
            self.stroke = stroke
        }
    }

    package var role: Role
    /// Whether the box is outside of what the view is about.
    package var isExternal: Bool
    package var shape: Shape
    /// Colours as `#rrggbb` in lower case.
    package var background: String?
    package var color: String?
    package var stroke: String?
    /// The colours on a dark page where the model gives them; nil leaves them to the others.
    package var dark: Colors?
    package var border: LineStyle
    /// Percent, from 0 to 100.
    package var opacity: Int
    /// Whether the text under the name is shown.
    package var showsTypeLine: Bool
    package var showsDescription: Bool

    /// Makes a style; every part has the default of a plain box.
    package init(
        role: Role = .custom, isExternal: Bool = false, shape: Shape = .box, background: String? = nil,
        color: String? = nil, stroke: String? = nil, border: LineStyle = .solid, opacity: Int = 100,
        showsTypeLine: Bool = true, showsDescription: Bool = true
    ) {
        self.role = role
        self.isExternal = isExternal
        self.shape = shape
        self.background = background
        self.color = color
        self.stroke = stroke
        self.border = border
        self.opacity = opacity
        self.showsTypeLine = showsTypeLine
        self.showsDescription = showsDescription
    }
}

/// How a line or border is drawn.
package enum LineStyle: String, Sendable, Hashable, CaseIterable {
    case solid = "Solid"
    case dashed = "Dashed"
    case dotted = "Dotted"
}

/// How a relationship is drawn, as the styles of the Structurizr DSL name it.
package struct RelationshipStyle: Sendable, Hashable {
    /// Pixels.
    package var thickness: Int
    /// `#rrggbb` in lower case; nil leaves it to the theme.
    package var color: String?
    /// The colour on a dark page where the model gives one; nil leaves it to `color`.
    package var darkColor: String?
    package var line: LineStyle
    /// Percent, from 0 to 100.
    package var opacity: Int

    /// Makes a style; every part has the default of the Structurizr DSL.
    package init(thickness: Int = 2, color: String? = nil, line: LineStyle = .dashed, opacity: Int = 100) {
        self.thickness = thickness
        self.color = color
        self.line = line
        self.opacity = opacity
    }
}
