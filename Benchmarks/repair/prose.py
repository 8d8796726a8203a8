"""Prose in five languages: openings, middles and endings that make sentences together, and sentences of their own."""

RUSSIAN = (
    ["Мы", "Вчера вечером мы", "Я", "К утру дежурный инженер", "В понедельник команда", "С тех пор никто не", "Ещё весной он",
     "У нас каждый", "О том, как это было, я", "И только архитектор", "А ведь ты", "Если бы не сбой, я бы"],
    ["нашёл ошибку", "переписал обработчик", "разделил базу", "измерил задержку", "объяснил, что такое сага,",
     "отключил повторные запросы", "проверил журнал событий", "предложил ввести очередь", "задал вопрос о согласованности",
     "увидел рост нагрузки", "договорился с соседями", "описал решение"],
    ["в одном из сервисов.", "и лёг спать.", "— и стало легче!", "к концу недели; я был рад.", "с оглядкой на бюджет.",
     "о котором все забыли…", "у себя на стенде.", "за 15 минут, в 3 этапа.", "а потом всё откатил.", "(и не зря).",
     "без «магии» и без паники.", "в духе «сделай просто»."],
    """
    З — это буква, и с неё начинается «зачем».
    Что делать? Ничего: ждать.
    А. С. Пушкин и Ф. М. Достоевский не знали о микросервисах.
    № 7 в списке — «Ёмкость», § 4.
    Он сказал: „Хорошо“, — и ушёл.
    т. е. и т. д., и т. п., а также др.
    1) в; 2) к; 3) о; 4) у; 5) я.
    Цена — 1 200 ₽ (≈ 12 €), скидка 10 %.
    Да.
    Нет!
    И что?
    ВСЁ ПРОПАЛО — НО НЕ СОВСЕМ…
    Объём: 5 м³, температура: −20 °C.
    → Шаг 1: прочитать; → шаг 2: понять ✅
    API-шлюз и REST-сервис, SQL-запрос, JSON’ы.
    Я и ты, он и она, мы и вы.
    """,
)

FRENCH = (
    ["L’équipe", "Hier soir, l’ingénieur de garde", "À la fin de l’été, Zoé", "Où qu’il soit, chacun", "Ça y est : Benoît",
     "Même l’architecte", "Peut-être qu’Élodie", "Là-bas, personne n’", "Le maître d’œuvre", "Dès lundi, Noël", "Au cœur du réseau, on",
     "Après coup, l’élève"],
    ["a réécrit le gestionnaire", "a découvert une anomalie", "a mesuré la latence", "a séparé les données", "a créé une file d’attente",
     "a déjà répliqué le nœud", "a préféré une tâche différée", "a expliqué la cohérence", "a arrêté les répétitions",
     "a vérifié l’état des opérations", "a révélé le coût réel", "a évité le piège"],
    ["à l’entrée du système.", "sans bruit, là où c’était prévu.", "« pour voir ».", "— et ça a marché !", "jusqu’à l’aube…",
     "grâce à 3 réglages très simples.", "où personne ne l’attendait.", "malgré un budget réduit à 900 €.", "plutôt qu’à la main.",
     "; c’était prêt à 18 h 30.", "(même si c’était naïf).", "du côté de l’hôte."],
    """
    Où ?
    À toi.
    Ô temps, suspends ton vol !
    Il a dû être là, dès le début : là où ça brûle.
    Ça coûte 12 € — ou 15 £ —, soit 20 % de plus.
    L’Haÿ-les-Roses, Aÿ et Moÿ ; Ÿ.
    « Œuvre », « bœuf », « cœur » et « nœud ».
    ÉCOLE, ÂGE, ÎLE, ÇA, ÈRE, À, ÊTRE, ÜBER, NOËL, CAPHARNAÜM.
    n° 5, 1ʳᵉ éd., § 3 ; 20 °C ; ½ ; ±1 ; ×2
    → Étape 1 ✅ ; → étape 2 ❌
    Il y a à boire et à manger.
    """,
)

GERMAN = (
    ["Der Förster", "Gestern hat Jürgen", "Für die Übung hat Käthe", "Während der Prüfung hat er", "Später hat die Ärztin",
     "Außer mir hat niemand", "Überraschend hat Österreich", "Möglicherweise hat Frau Groß", "Ähnlich früh hat Jörg", "Plötzlich hat das Büro",
     "Natürlich hat Herr Böhm", "Schließlich hat die Königin"],
    ["die Größe geändert", "das Maß überprüft", "die Lösung erklärt", "zwölf Schlüssel gezählt", "die Höhe gemessen", "die Tür geöffnet",
     "den Fluss überquert", "schöne Grüße bestellt", "die Störung gemeldet", "das Gespräch geführt", "die Bücher zurückgebracht",
     "fünf Äpfel gegessen"],
    ["– möglichst früh.", "und „Prost“ gesagt.", "in der Nähe von Köln.", "mit großer Mühe.", "für 4,99 €.", "bei 20 °C (gefühlt).",
     "ohne »Wenn und Aber«.", "während es dämmerte…", "über Nacht.", "zum ersten Mal seit März!", "gemäß § 7 Abs. 2.", "auf eigene Gefahr."],
    """
    Ö!
    Öl, Übel und Ärger: ÄÖÜ, äöüß.
    Süß ist weiß, groß ist das Maß.
    „‚Ja‘, sagte er“, sagte sie.
    Ähm … ja.
    Müßiggang ist aller Laster Anfang — oder nicht?
    → Schritt 1 ✅, → Schritt 2 ❌
    5 µm ± 0,5 µm; ½ l; 3 × 4 = 12.
    GRÖSSE, FÜSSE, ÄRZTE, ÖFEN, ÜBUNG.
    """,
)

SPANISH = (
    ["El niño", "Ayer la señora Núñez", "¿Quién dijo que Íñigo", "Según él, el público", "También María Ángeles", "¡Ojalá el año próximo José",
     "Después, el capitán", "Aún así, la compañía", "Quizás Óscar", "La única razón es que él", "Allí, el médico", "El pingüino"],
    ["cambió la contraseña", "recibió la última petición", "añadió más réplicas", "explicó el patrón", "pidió un café", "leyó el código",
     "abrió la conexión", "midió el tráfico", "dejó atrás la línea", "vio la señal", "encontró el índice", "empezó la migración"],
    ["sin más.", "a las tres de la mañana.", "en España y en México…", "«por si acaso».", "—así, sin más—.", "con un 40 % menos de energía.",
     "y subió al avión.", "por 15 €.", "¡qué rápido!", "“de verdad”.", "¿o no?", "según el jamás visto plan nº 1."],
    """
    ¿Qué?
    ¡Él!
    —Sí —dijo—. —No.
    Tú y él; mí y sí; más y aún.
    Pasó, llegó, salió, durmió y soñó.
    ÁRBOL, ÉXITO, ÍNDICE, ÓRGANO, ÚLTIMO, ÑANDÚ, CIGÜEÑA.
    1º, 2ª, ½, 20 °C, § 3, ±5.
    → Paso 1 ✅; → paso 2 ❌
    7 u 8, ó 9.
    """,
)

ITALIAN = (
    ["La città", "Perché l’unità", "Lunedì l’ingegnere", "È vero: Niccolò", "Così l’attività", "Già da martedì la società", "Chissà se Zoè",
     "Più tardi il papà", "Però la qualità", "Né Andrò né Totò", "Là fuori la realtà", "C’è chi dice che l’età"],
    ["cambierà ancora", "non è più un problema", "è già stata misurata", "può fallire", "resterà così com’è", "arriverà giovedì", "è la metà",
     "servirà di più", "avrà un’altra priorità", "supererà il limite", "perderà velocità", "mostrerà la verità"],
    ["— e va bene.", "per 15 € in più.", "finché c’è rete…", "; «perché no?»", "a metà febbraio!", "al 40 % della capacità.", "da sé.",
     "“di là”.", "né più né meno.", "(ma non è detto).", "tra virtù e necessità.", "e poi s’andrà via."],
    """
    È.
    Sì!
    È là.
    Più o meno così: à, è, é, ì, ò, ù.
    L’ho già detto: è così e non più.
    PERCHÉ, CITTÀ, È, COSÌ, PIÙ, PERÒ, VIRTÙ.
    Gioventù, tribù, virtù, menù, tabù, laggiù, quaggiù.
    1º, 2ª, ½, 20 °C, § 3, ±5.
    → Passo 1 ✅; → passo 2 ❌
    """,
)

LANGUAGES = {"Russian": RUSSIAN, "French": FRENCH, "German": GERMAN, "Spanish": SPANISH, "Italian": ITALIAN}


def lines(language, count=240):
    """The language's own sentences, then combined ones in a fixed order that meets every part equally often."""
    openings, middles, endings, others = LANGUAGES[language]
    result = [line.strip() for line in others.strip().split("\n")]
    index = 0
    while len(result) < count:
        step = index // len(openings)
        result.append(
            " ".join(
                (
                    openings[index % len(openings)],
                    middles[(index + step) % len(middles)],
                    endings[(index * 5 + step * 7) % len(endings)],
                )
            )
        )
        index += 1
    return result
