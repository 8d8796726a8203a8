package import Model

/// The form of `catalog.json` for programs that read it (json-schema.org, draft 2020-12).
///
/// It is written into every site beside the catalog, and stands in `docs/catalog.schema.json`.
package enum CatalogSchema {
    /// The schema as a value.
    package static let value: JSONValue = [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The catalog of an architecture book",
        "type": "object",
        "required": ["schemaVersion", "title", "items"],
        "properties": [
            "schemaVersion": ["const": 1],
            "title": text("The title of the book."),
            "items": ["type": "array", "items": item],
        ],
    ]

    private static let item: JSONValue = [
        "type": "object",
        "required": ["id", "kind", "title", "page", "language", "aliases", "tags", "section", "path", "line"],
        "properties": [
            "id": text("The name of the entry in its book."),
            "kind": ["enum": JSONValue(EntryKind.allCases.map(\.rawValue))],
            "title": text("The title as it is written."),
            "page": text("The page of the entry, relative to the catalog."),
            "language": text("A BCP 47 code; und when it could not be told."),
            "aliases": texts("Other names of the entry."),
            "tags": texts("The tags of the entry, sorted."),
            "section": texts("The headings above the entry in its source, outermost first."),
            "note": text("What the source says of the entry in one paragraph."),
            "url": text("The address of a link as it is written."),
            "number": ["type": "integer", "description": "The number of a record."],
            "status": [
                "enum": JSONValue(RecordStatus.allCases.map(\.rawValue)), "description": "The state of a record.",
            ],
            "date": ["type": "string", "format": "date", "description": "The day of a record."],
            "path": text("The source, relative to the workspace."),
            "line": ["type": "integer", "minimum": 1, "description": "The line of the source."],
        ],
    ]

    private static func text(_ description: String) -> JSONValue {
        ["type": "string", "description": .string(description)]
    }

    private static func texts(_ description: String) -> JSONValue {
        ["type": "array", "items": ["type": "string"], "description": .string(description)]
    }
}
