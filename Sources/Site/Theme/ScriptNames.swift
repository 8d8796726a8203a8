import Model

/// The names that the built-in scripts give by themselves, and the short ones that stand for them in a site.
///
/// A name is shortened everywhere, as a variable and as a property. None of these may therefore be a name of the language,
/// of the browser, of the index's own values, or of what a test asks a script for.
enum ScriptNames {
    /// The names, those that weigh most first.
    static let own = """
        word place pattern places form parts found field code term postings patterns atom query words right part
        letter typos other stems slots fields left rest plan position element piece previous byLength limit stem
        concept digits clause first atoms tables result posting choices groups table names filters last column shard
        group near frontCoded ending numbers isInside excluded known firstKeys phraseMatches round isExcluded
        swapped divided wanted tokens mantissa isQuoted RUSSIAN_KEYS LENGTH_SHARE worth reach positions isCapital
        superlative kind isPreferred shardOf longest isAlphanumeric errors endPart CAPITAL selected isPhrase
        inSecond headings exact correction continuations afterSyllable take sign readPostings pieces numerator
        lastNotAfter languages choice LONGEST_WORD token reached namings inFirst forms excerpt shardNumber
        denominator slot narrower language isBefore best typed swapLayout slotPlaces prefix openSearch isWord
        isPossible counts beginsWord SMALL SATURATION OTHER LATIN_KEYS EXCEPTIONS ranking missing kept isSmall
        derived SYNONYM wordsNear syllables proximity namesFrom byteCount atomCount addPlaces spans sigil shown
        scale pages digit FIELD starts sorted second safeName others misspelt middle loaded forgiven contains Digits
        waiting special reaches phrases partsOf loading dropped content collect LARGEST whole step span small pairs
        marks link kinds isDue flush colon TITLE DIGIT passes offset marked listed isLong fewest before STEP_3
        STEP_2 QUOTES made high MARK hosts among VOWEL SHORT Index tags note more mark drop base STEM isTyping
        isCommand isSlash opener markSection passed heading SHOWN SearchDialog numbered scriptLoader folder DIGITS
        VALUES ALIAS isAtEnd shared isAfter loadShard readShard strangers stranger wordsOfStem wordsWithPrefix
        editDistance isRussian phraseMatch smallestSpan WRITTEN PREFIX NARROWER PLURALS readQuery piecesOf takePiece
        takeFilter Planner addConcepts synonym named WEIGHTS SHARES worthOf counted relative matchTable
        documentFilter Ranking rarity scores exactTitles standing englishStem russianStem isAdjective ADJECTIVES
        endings STEP_4 ENDS_2 ENDS_3 vowel stepOne stepOneB stepTwo stepThree stepFour stepFive GERUND ADJECTIVE
        PARTICIPLE REFLEXIVE afterA MOST_PARTS LATIN_BASES PAIRS kindOf folded isSmallASCII Tokenizer takeASCII
        takeSeparator beginsHump isSign
        """

    /// The short name of each, which stands nowhere in the scripts.
    static func short(in scripts: [[UInt8]]) -> [[UInt8]: [UInt8]] {
        var taken: Set<[UInt8]> = []
        for script in scripts { ScriptPress.forEachWord(of: script) { taken.insert($0) } }
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        let candidates = letters.map { [$0] } + letters.flatMap { first in letters.map { [first, $0] } }
        let free = candidates.filter { !taken.contains($0) && !reserved.contains($0.text) }
        let names = own.utf8.split(whereSeparator: \.isWhitespace).map(Array.init)
        return Dictionary(zip(names, free)) { first, _ in first }
    }

    /// Words of the language with two letters.
    private static let reserved: Set<String> = ["as", "do", "if", "in", "is", "of"]
}
