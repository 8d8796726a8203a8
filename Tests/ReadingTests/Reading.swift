import Model
import Reading

/// Reads a text as a source of the book.
func read(_ text: String, path: String = "knowledge/source.md") -> ReadDocument {
    DocumentReader.read(path: path, bytes: Array(text.utf8))
}

/// The entries of one kind that a text gives, in the order of their places.
func entries(_ kind: EntryKind, _ text: String, path: String = "knowledge/source.md") -> [Entry] {
    read(text, path: path).entries.filter { $0.kind == kind }
}
