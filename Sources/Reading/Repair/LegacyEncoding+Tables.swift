/// The tables, from the Unicode Consortium's mapping files (unicode.org/Public/MAPPINGS: VENDORS/APPLE/ROMAN.TXT,
/// VENDORS/MICSFT/WINDOWS, VENDORS/MICSFT/PC, VENDORS/MISC/KOI8-R.TXT, ISO8859/8859-7.TXT).
///
/// They are carried here because the system library's Mac Roman is wrong for every high byte on Linux.
extension LegacyEncoding {
    /// Mac OS Roman, as Macs wrote Western text before Unicode; every byte is defined.
    package static let macRoman = LegacyEncoding(
        .macRoman,
        """
        ÄÅÇÉÑÖÜáàâäãåçéè\
        êëíìîïñóòôöõúùûü\
        †°¢£§•¶ß®©™´¨≠ÆØ\
        ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ\
        –—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
        ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\
        \u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
        """,
        alsoReading: ["\u{2126}": 0xBD, "\u{394}": 0xC6, "\u{3BC}": 0xB5, "\u{A4}": 0xDB]
    )

    /// Windows Western European; the five undefined bytes are C1 controls, as browsers read them.
    package static let windows1252 = LegacyEncoding(
        .windows1252,
        """
        €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\
        \u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\
        \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯\
        °±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
        ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
        àáâãäåæçèéêëìíîï\
        ðñòóôõö÷øùúûüýþÿ
        """,
        alsoReading: controls
    )

    /// Windows Cyrillic.
    package static let windows1251 = LegacyEncoding(
        .windows1251,
        """
        ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
        ђ‘’“”•–—\u{98}™љ›њќћџ\
        \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї\
        °±Ііґµ¶·ё№є»јЅѕї\
        АБВГДЕЖЗИЙКЛМНОП\
        РСТУФХЦЧШЩЪЫЬЭЮЯ\
        абвгдежзийклмноп\
        рстуфхцчшщъыьэюя
        """,
        alsoReading: controls
    )

    /// Windows Greek.
    package static let windows1253 = LegacyEncoding(
        .windows1253,
        """
        €\u{81}‚ƒ„…†‡\u{88}‰\u{8A}‹\u{8C}\u{8D}\u{8E}\u{8F}\
        \u{90}‘’“”•–—\u{98}™\u{9A}›\u{9C}\u{9D}\u{9E}\u{9F}\
        \u{A0}\u{385}Ά£¤¥¦§¨©\u{FFFD}«¬\u{AD}®―\
        °±²³\u{384}µ¶·ΈΉΊ»Ό½ΎΏ\
        ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ\
        ΠΡ\u{FFFD}ΣΤΥΦΧΨΩΪΫάέήί\
        ΰαβγδεζηθικλμνξο\
        πρςστυφχψωϊϋόύώ\u{FFFD}
        """
    )

    /// ISO Greek of 2003, whose lower upper half is C1 controls.
    package static let iso8859_7 = LegacyEncoding(
        .iso8859_7,
        """
        \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\
        \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\
        \u{A0}‘’£€₯¦§¨©\u{37A}«¬\u{AD}\u{FFFD}―\
        °±²³\u{384}\u{385}Ά·ΈΉΊ»Ό½ΎΏ\
        ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ\
        ΠΡ\u{FFFD}ΣΤΥΦΧΨΩΪΫάέήί\
        ΰαβγδεζηθικλμνξο\
        πρςστυφχψωϊϋόύώ\u{FFFD}
        """
    )

    /// Russian KOI8, RFC 1489.
    package static let koi8r = LegacyEncoding(
        .koi8r,
        """
        ─│┌┐└┘├┤┬┴┼▀▄█▌▐\
        ░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷\
        ═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞\
        ╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
        юабцдефгхийклмно\
        пярстужвьызшэщчъ\
        ЮАБЦДЕФГХИЙКЛМНО\
        ПЯРСТУЖВЬЫЗШЭЩЧЪ
        """
    )

    /// DOS Cyrillic.
    package static let cp866 = LegacyEncoding(
        .cp866,
        """
        АБВГДЕЖЗИЙКЛМНОП\
        РСТУФХЦЧШЩЪЫЬЭЮЯ\
        абвгдежзийклмноп\
        ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
        └┴┬├─┼╞╟╚╔╩╦╠═╬╧\
        ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        рстуфхцчшщъыьэюя\
        ЁёЄєЇїЎў°∙·√№¤■\u{A0}
        """
    )

    /// The C1 controls stand for their own bytes too: Latin-1 and ISO-8859-5 have them where Windows has characters.
    private static var controls: [Unicode.Scalar: UInt8] {
        Dictionary(uniqueKeysWithValues: (0x80...0x9F).map { (Unicode.Scalar($0 as UInt8), $0) })
    }
}
