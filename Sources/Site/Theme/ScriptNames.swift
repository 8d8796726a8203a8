import Model

/// The names that the built-in scripts give by themselves, and the short ones that stand for them in a site.
///
/// A name is shortened everywhere, as a variable and as a property. None of these may therefore be a name of the language,
/// of the browser, of the index's own values, or of what a test asks a script for.
enum ScriptNames {
    /// The names, those that weigh most first.
    static let own = """
        word text end name place form parts found term start atom field part places match pattern query left right
        words plan rest letter other typos slots stems patterns postings stem event fields first limit atoms make
        element last clause digits near names position table byLength concept group hit kind result shard tables
        dialog groups root choices column known posting ending filters kept previous round choice matches piece reach
        take worth best exact numbers row run slot small step tokens wanted code divided errors excluded forms input
        made swapped token areKeysOn frontCoded link longest mantissa shardOf typed FIELD counts digit excerpt
        firstKeys headings inFirst inSecond isPhrase isWord list namings pages positions prefix reached scale selected
        shown sigil span spans status Digits LENGTH_SHARE OTHER RUSSIAN_KEYS SYNONYM TITLE colon correction derived
        endPart isBefore isDue isPreferred isQuoted kinds language languages loaded marks missing narrower numerator
        openSearch others pairs phraseMatches ranking second sorted superlative whole EXCEPTIONS Index LARGEST
        LATIN_KEYS LONGEST_WORD SATURATION SHORT SMALL STEM STEP_2 STEP_3 VOWEL addPlaces afterSyllable among
        atomCount before byteCount collect contains content continuations denominator drop dropped fewest flush
        forgiven hosts isLong isPossible joined lastNotAfter listed loading mark marked misspelt more namesFrom
        neighbours note offset openKeys partsOf passes phrases pieces plain proximity reaches readPostings safeName
        shardNumber slotPlaces special starts swapLayout syllables tags things waiting wordsNear ADJECTIVE ADJECTIVES
        ALIAS BASES CAPITAL DIGIT DIGITS ENDS_2 ENDS_3 GERUND KINDS MARK MOST_PARTS NARROWER PARTICIPLE PIECES PLURALS
        PREFIX Planner REFLEXIVE Ranking SHARES SHOWN STEP_4 SearchDialog Tokenizer VALUES WEIGHTS WRITTEN addConcepts
        afterA beginsHump counted documentFilter editDistance endings englishStem exactTitles folded folder heading
        isAdjective isAfter isAtEnd isCommand isExcluded isFree isRussian isSign loadShard markSection matchTable
        minus named numbered opener passed phraseMatch properties quoted rarity readQuery readShard relative rooms
        russianStem scores scriptLoader shared sign smallestSpan standing stepFive stepFour stepOne stepOneB stepThree
        stepTwo stranger strangers synonym takeFilter takePiece vowel wordsOfStem wordsWithPrefix worthOf
        """

    /// The short name of each, which stands nowhere in the scripts.
    static func short(in scripts: [[UInt8]]) -> [[UInt8]: [UInt8]] {
        var taken: Set<[UInt8]> = []
        for script in scripts { ScriptPress.forEachWord(of: script) { taken.insert($0) } }
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        let candidates = letters.map { [$0] } + letters.flatMap { first in letters.map { [first, $0] } }
        let free = candidates.filter { !taken.contains($0) && !reserved.contains($0.text) }
        let names = own.utf8.split(whereSeparator: \.isWhitespace).map(Array.init)
        // What nothing is assigned to again can as well be what something could be.
        return Dictionary(zip(names, free) + [(Array("const".utf8), Array("let".utf8))]) { first, _ in first }
    }

    /// Words of the language with two letters.
    private static let reserved: Set<String> = ["as", "do", "if", "in", "is", "of"]
}
