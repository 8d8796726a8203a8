/// Text that is as its authors wrote it, a topic each: no repair may change a line of it.
enum CleanLines {
    static let french = #"""
        Il a dit « Élodie, viens ici » puis il est parti à l’école.
        « À demain ! » répondit-elle — « et n’oublie pas ton œuvre. »
        L’été dernier, l’Éthiopie et l’Île de Ré étaient très fréquentées.
        Où étiez-vous ? À Orléans, où j’ai dîné d’un bœuf bourguignon…
        LE CAFÉ « CHEZ RENÉ » EST FERMÉ™ JUSQU’À NOUVEL ORDRE…
        Ça coûte 12 € — soit 3,50 € de moins qu’à l’hôtel « Côté Cœur ».
        «Éric» et «Àgnes» sont cités sans espace; “Éric” aussi, ‘Él’ encore.
        C’était à l’époque où l’on écrivait «œuf», «cœur» et «nœud»…
        La suite (n° 3, 2ᵉ éd.) paraîtra à l’automne : 1ᵉʳ chapitre, § 4.
        Un noël à l’Hôtel-Dieu – où l’on n’entrait qu’à genoux – fut évoqué.
        MARQUÉ… DÉSOLÉ ! À BIENTÔT… PEUT-ÊTRE À NOËL ?
        Qu’êtes-vous devenu·e·s, ami·e·s étranger·ère·s ?
        Le naïf Aÿ, l’ambigüité, la ciguë, l’Haÿ-les-Roses, Moÿ-de-l’Aisne.
        D’Éon à Évry, d’Ô à Ÿ : « Ÿ » n’existe qu’en capitales.
        """#

    static let german = #"""
        „Über allen Gipfeln ist Ruh“, sagte Änne. „Ähm… ja“, sagte Öztürk.
        Die Größe süßer Äpfel überraschte den Förster – ›Öl‹ war’s nicht.
        »Österreich« und »Übermut« stehen in Guillemets, ›Ärger‹ ebenso.
        Straße, Maß, Fuß: „Spaß“ – „Gruß“ – „Genuß“ (alt), „Genuss“ (neu).
        ÄRZTE, ÖFEN UND ÜBUNGEN: „SCHÖN“… „MÜDE“… „ÖDE“.
        Er maß 5 µm ± 0,5 µm bei 20 °C; § 7 Abs. 2 gilt für Müller & Söhne®.
        „‚Ja‘, sagte er, ‚Öl‘“ – so schachtelt man Zitate.
        Von Köln–Düsseldorf bis Zürich–Genf: überfüllte Züge.
        Die Universitä„t“ ist ein Tippfehler, „Universität“ nicht.
        Ä… ich meine: Ö… nein, Ü!
        Preis: 4,99 € · 19 % MwSt. · Art.-Nr. 17–23 · ©2024 Jäger™
        Grüße aus Österreich—überall—äußerst—öde.
        """#

    static let spanish = #"""
        ¿Qué pasó? —preguntó Íñigo—. ¡Ándale, niño!
        —Él no vendrá —dijo—. —¿Él? —Él.
        —Ésta es mía —añadió la señora—; —ésa no.
        El año pasado, según él, ¡había más pingüinos en Ñuñoa!
        “Él” y ‘ella’, «él» y «ella», —él— y –ella–.
        ESPAÑA: 40 AÑOS… CIGÜEÑA, LINGÜÍSTICA, ÍÑIGO Y ÁNGEL™.
        —Óscar—, —Úrsula—, –Ángel–, —Ñandú—.
        ¡YO SÉ! ¿QUIÉN ES ÉL?… —ÉL— “ÉL” ‘ÉL’
        Rocío pidió 3 cafés, ½ litro de té y 1ª clase, 2º piso.
        «¿Cómo?», «¡así!»: signos dentro de comillas.
        La corrupción—y la política—según José María Aznar Núñez.
        """#

    static let italian = #"""
        È vero: perché la città è così? Però più là c’è il caffè.
        L’È maiuscola; “È” e «È» e ‘È’ — È così.
        C’è chi dice «è» e chi dice “più”; così è, se vi pare…
        CITTÀ™, LIBERTÀ®, VIRTÙ…, PERCHÉ?, CAFFÈ!
        Dall’età dell’oro all’ètere: l’àncora, l’ìncipit, l’òrgano, l’ùltimo.
        Il prezzo è 3,50 €; il 5 % in più — cioè 3,68 € — è «già» incluso.
        —È tardi— disse —è già notte—.
        Andò, tornò, cantò: à è ì ò ù, À È Ì Ò Ù.
        """#

    static let polish = #"""
        „Żółć” i „gęślą jaźń” – powiedział Łukasz. „Óśmy”, dodał Ściobor.
        Źdźbło, ćma, ń, ó, ś, ź, ż: ĄĆĘŁŃÓŚŹŻ.
        Pchnąć w tę łódź jeża lub ośm skrzyń fig… „Ęą”.
        —Ależ skąd! —Ósmy maja? —Środa.
        »Łódź« i «Kraków» – cudzysłowy różne; ’Ó’ oraz ‚ó’ również.
        Cena: 15 zł (3,50 €) – 20 % taniej niż w „Społem”.
        Ó… Ł… Ś… tak się jąkał Łucjan.
        """#

    static let english = #"""
        “Well,” she said—‘naïve’ isn’t the word—“it’s a façade…”
        The café’s résumé: Zoë, Chloë and Brontë… “Ångström”, said Åsa.
        He paid £5–£10 (≈€6–€12) for “Les Misérables” at the Café–Bar.
        Rock ’n’ roll in the ’60s; Ben & Jerry’s™; Häagen-Dazs®; ©2020 Åland.
        Pages 3–7, § 5 ¶ 2, footnotes * † ‡ § ‖ ¶, *†‡§¶ and ††, ‡‡.
        Temperatures of −40 °C, 98.6 °F, 45°–50°; 5×…, 3÷…, 7 Å—or so.
        Broken text teems with Ã’s and Â’s, and √’s in formulas.
        The letters Ð, Þ, Ñ and Ø; “Ð” — Ñ… Ø™
        NESTLÉ®, POKÉMON™, SÓ…, BEYONCÉ’s, ZOË’S, CAFÉ», RENÉ”.
        A—É, B–Ö, “Ü”, ‘Ä’, É—É, é–é, Ö…Ö.
        """#

    static let russian = #"""
        «Привет», — сказал он. — Ёлка? Ещё в СССР»…
        В «Войне и мире» и с «Анной» — и «в» тоже; к «Идиоту», у «Бесов».
        Он пошёл в… «в»… (в…) „в…“ и “в…”, а потом в»…
        Сёмга, Рёрих, Сёстры, Пётр, Ещё, Её, Моё, Своё, Всё…
        «СССР», „СССР“, “СССР”, СССР–США, СССР—Китай, СССР…, ВДНХ™.
        220 В·А, 5В±10%, 12В–24В, 100 В°, С°, Р§, №5, В№3.
        Статья № 7, § 4; «Р», «С», Р…, С…, Р—С, Р–С, С™, В®.
        т.е., т.к., и т.д.; кВт·ч, МВт, тЕСТ, тОЧКА, рЕШЕНИЕ.
        шедшее, фенхель, рассадой, чередой, хлебая, цена, щедрее.
        Дата: 12–15 мая – «и»—«а» – в—к – у–о…
        а) в; б) о; в) и — «я» — А. С. Пушкин, Ф. М. Достоевский.
        Он сказал: „Ёж — это…“ — и «ё» пропало.
        ЁЯШ, ЁЛКА, ЁРШ, Ёж; ТЖ, тЖТа, УАЗ, рАСТВОР.
        """#

    static let slavic = #"""
        Рік, річ, Рівне, сіль, «Сім’я» — Її їжа; є, ї, і, ґ.
        РІСІ, СІРІСТЬ, НАРИСІВ, БОРИСІ, КІВІ, РІЗДВО, ГІСТЬ, ДІЄ, ЕЇ.
        «Слава Україні!» — Героям слава… об’єкт, п’ять, з’їзд.
        Љубав, Њива, Ћирилица, Ђорђе, џеп; ДобарЂак, равњача.
        Гјорѓи, ќебе, ѕвезда, Јован — „Македонија“, „СССР“.
        „България“, „Р“, „С“, „В“; ѝ, ъгъл; „в…“ и “в”.
        Сёння, ў Мінску, Ўладзімір; «Р», «С», Рі, Сі, Рє, Сє, Рґ.
        """#

    static let greek = #"""
        Η «καλημέρα» είναι λέξη· “Έλα”, ‘Όχι’, «Ώρα».
        Β΄ τάξη, Γ΄ Λυκείου, Δ΄, Ε΄, ΞΑ΄, Ο΄, Α΄–Β΄–Γ΄.
        «Ο», «Ξ», «Π», Ο», Ξ», Π…, Ο—Ξ, β’, γ’, α’ β’»…
        Η ¨μάθηση¨ και ¨παιδεία¨ του π. Βασιλείου.
        π.Χ. και μ.Χ.· π π Παπαδόπουλος, β Βήτα.
        π Πατέρας, β Βιβλίο, «π» και «β»· ο Έλληνας, οΈ.
        Σύμφωνα με τον Όμηρο… ΈΡΩΣ, ΉΡΩΑΣ, ΊΡΙΣ, ΌΡΟΣ, ΎΦΟΣ, ΏΡΑ.
        """#

    static let others = #"""
        Tiếng Việt: Đường Nguyễn Huệ, ở Hà Nội – “Ở đây”, ‘Ừ’, «Ă».
        Ước gì Ôi Ơi Êm Ấm Âu; ÂU Ê… Ê” Â» Ô’
        Příliš žluťoučký kůň úpěl ďábelské ódy: „Řeřicha“, ‚Ďábel‘.
        Árvíztűrő tükörfúrógép – „Őszi éj”, »Ürüm«, Öö, ÍÜŐ.
        İstanbul’da “Üsküdar”, Şişli, Çağ; IŞIK, ÖĞÜN… Ğ
        Não! “Ã” — NÃO, MAÇÔ, IRMû, MANHÒs, AMANHÃ™, São João…
        A T E N Ç Ã O; PÄÄ SISÄÄN; KÄ…, PÅ», PÅ”, Å™
        På ö i å är ö; “Ö”, »Å«, ›Ä‹, ”Öl”, ’Ål’, Ærø, ØRE…
        Þórður Ðe, SEÐ, ÍSLANDÐ… Ðá, Þ”, Ð“.
        Țară, și, „Știință”, «România», ÎN, Î…, CASĂ™, FATĂ .
        Catalunya: L·L, l·l, «Àngel», “Ç”; COL·LECCIÓ…
        שלום “עולם” – ×3; مرحبا «بالعالم» – Ø 5 mm; 你好，「世界」。
        """#
}
