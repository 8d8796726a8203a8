package import Model

/// Tells the language of a text by its script, and by the letters that only one language has.
package enum LanguageDetector {
    /// The language of a text; undetermined when it has fewer than two letters.
    ///
    /// A Russian note full of Latin terms is Russian: a sixth of the letters being Cyrillic decides.
    package static func language(of text: String) -> Language { Language(of: text) }

    /// The language of a linked work: of its title, else what the address tells, else that of the text around it.
    ///
    /// - Parameter isDerived: Whether the title was made from the address; Latin letters then tell no language.
    static func language(
        ofTitle title: String,
        isDerived: Bool = false,
        url: String?,
        around: Language
    ) -> Language {
        let found = language(of: title)
        let ofTitle = isDerived && found == .english ? .undetermined : found
        if ofTitle != .undetermined, ofTitle != .english { return ofTitle }
        if let parts = url.flatMap(URLParts.init) {
            if parts.host.hasSuffix(".ru") || parts.host.hasSuffix(".рф") || parts.path.hasPrefix("/ru/") {
                return .russian
            }
            if parts.host.hasPrefix("ru.") { return .russian }
            if parts.host.hasSuffix(".ua") || parts.host.hasPrefix("uk.") { return .ukrainian }
        }
        return ofTitle != .undetermined ? ofTitle : around
    }
}
