package import Model
import Reading
package import Search

extension SearchEngine {
    /// The entry with the id that it has in the whole book.
    ///
    /// Entries are indexed with the ids that they ask for; where several ask for one, the book gives it to the first and
    /// others to the rest, and so does this.
    package func named(_ entry: Entry) -> Entry {
        guard (try? isUnique(entry.id)) != true, let rivals = try? entries(withID: entry.id.rawValue), rivals.count > 1
        else { return entry }
        let book = BookAssembler.assemble(title: "", documents: [], records: rivals)
        guard let place = rivals.firstIndex(where: { $0.source == entry.source && $0.kind == entry.kind }) else {
            return entry
        }
        return book.entries[place]
    }
}
