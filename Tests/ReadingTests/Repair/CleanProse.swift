import TestSupport
import Testing

/// Plain prose in eight languages: untouchable as it stands, and the words of generated text.
struct CleanProse: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    /// The language's own quotation marks.
    let quotes: (open: String, close: String)

    var testDescription: String { language }

    static let all = [english, french, german, spanish, italian, polish, russian, greek]

    static let english = CleanProse(
        language: "English",
        text: #"""
            A queue absorbs spikes; it doesn’t remove the work behind them.
            The naïve façade hid a dozen services nobody wanted to own.
            We measured 12 ms at the 99th percentile – “good enough” for now.
            Each consumer keeps its own offset, so replays stay cheap.
            Coöperation between teams costs more than any network hop.
            Retry with jitter… unless the request isn’t idempotent.
            The café’s Wi‑Fi dropped, and the saga stayed half finished.
            An event says what happened; a command says what should happen.
            Read models lag behind; tell the user rather than pretend.
            Costs fell from £900 to £250 a month (about €290).
            Zoë drew the boxes, Chloë the arrows → everyone was happy.
            Don’t share a database; share a contract.
            """#, quotes: ("“", "”"))

    static let french = CleanProse(
        language: "French",
        text: #"""
            Une file d’attente absorbe les pics, elle n’enlève pas le travail.
            L’équipe a décidé d’arrêter la réplication à midi.
            Où est passée la requête ? Peut-être dans le cache…
            Le cœur du système reste simple : un évènement, une écriture.
            Ça marche très bien jusqu’à la première panne réseau.
            Nous avons mesuré la latence à l’entrée et à la sortie du nœud.
            Les données déjà reçues sont gardées où elles ont été créées.
            Aucun développeur n’a réussi à reproduire l’anomalie.
            Il faut être prêt à réessayer, mais pas plus de trois fois.
            Le coût mensuel passe de 900 € à 250 € grâce au regroupement.
            Même les architectes expérimentés hésitent là-dessus.
            À vrai dire, l’idée paraît naïve, mais elle a fait ses preuves.
            """#, quotes: ("«\u{A0}", "\u{A0}»"))

    static let german = CleanProse(
        language: "German",
        text: #"""
            Eine Warteschlange glättet Spitzen, sie erspart keine Arbeit.
            Für jede Änderung gibt es genau einen Schlüssel.
            Die Größe der Nachrichten überstieg die zulässige Höchstgrenze.
            Wir müssen die Übertragung wiederholen – möglichst verzögert.
            Später läuft alles über den gleichen Schnittpunkt.
            Außerdem hängt die Lösung vom Gedächtnis der Knoten ab.
            Können zwei Dienste dieselbe Tabelle ändern? Besser nicht.
            Das Maß für Verfügbarkeit ist die längste Störung im Jahr.
            Ältere Einträge werden nachts gelöscht, jüngere behält man.
            Ein Rückstau zeigt sich zuerst in größeren Abständen.
            Jürgen prüfte die Protokolle, Käthe schloss die Lücke.
            Öffentliche Schnittstellen ändert man nur mit Ankündigung.
            """#, quotes: ("„", "“"))

    static let spanish = CleanProse(
        language: "Spanish",
        text: #"""
            Una cola amortigua los picos, pero no elimina el trabajo.
            ¿Cuántas réplicas necesita el clúster? Según el tamaño.
            El año pasado migró la última aplicación monolítica.
            ¡Ojalá todo fuera así de rápido! La señal llegó tarde.
            La sesión caducó después de treinta minutos de inactividad.
            Cada servicio guarda sólo la información que él mismo cambia.
            También falló la conexión con el pingüino de guardia.
            El código está más limpio, aunque quizá sea más difícil de leer.
            No habrá transacción única; habrá compensación y paciencia.
            La investigación terminó a las tres de la mañana.
            Él prefirió una solución pequeña y fácil de explicar.
            Íñigo añadió un índice y bajó la latencia un 40 %.
            """#, quotes: ("«", "»"))

    static let italian = CleanProse(
        language: "Italian",
        text: #"""
            Una coda assorbe i picchi, però non elimina il lavoro.
            Perché la città di Forlì non è più servita dal nodo?
            C’è già un’attività che può fallire senza conseguenze.
            La qualità del servizio è più alta di quanto si pensi.
            Così il sistema recupererà da sé la capacità perduta.
            L’unità di misura è il numero di richieste al secondo.
            Lunedì verrà pubblicata la nuova modalità di accesso.
            È meglio un ritardo onesto che una bugia veloce.
            Chi leggerà il registro capirà dov’è nato l’errore.
            La responsabilità è di chi scrive, non di chi legge.
            Di là dal confine c’è un’altra verità, né più né meno.
            Andò tutto bene finché la rete restò in piedi.
            """#, quotes: ("«", "»"))

    static let polish = CleanProse(
        language: "Polish",
        text: #"""
            Kolejka łagodzi szczyty, ale nie usuwa pracy.
            Zażółć gęślą jaźń, a potem sprawdź każdą usługę.
            Wiadomość dotarła później, niż się spodziewaliśmy.
            Każdy odbiorca pamięta własną pozycję w dzienniku.
            Łącze było wąskie, więc dane płynęły wolniej.
            Następnym razem spróbujemy mniejszych zmian.
            Źródłem błędu okazał się ósmy węzeł.
            Ćwiczenie czyni mistrza, również w architekturze.
            Nie możemy dzielić bazy między różne zespoły.
            Żądanie powtórzone dwa razy musi dać ten sam skutek.
            Miesięczny koszt spadł o połowę dzięki łączeniu zapytań.
            Później dodano wskaźnik opóźnień i powiadomienia.
            """#, quotes: ("„", "”"))

    static let russian = CleanProse(
        language: "Russian",
        text: #"""
            Очередь сглаживает всплески, но не отменяет работу.
            В системе и в команде есть свои узкие места.
            Сообщение пришло позже, чем мы ожидали, — и это нормально.
            Каждый потребитель помнит собственную позицию в журнале.
            Я бы не стал делить базу между сервисами, а ты?
            Событие говорит о том, что случилось; команда — о том, что нужно.
            Ёмкость узла не растёт сама по себе, её планируют.
            К вечеру задержка упала до 12 мс, у всех отлегло.
            Повтор запроса обязан давать тот же самый результат.
            Объяснение заняло час, а исправление — две строки.
            С ростом нагрузки стоимость выросла на 40 %.
            Архитектура — это решения, которые трудно изменить.
            """#, quotes: ("«", "»"))

    static let greek = CleanProse(
        language: "Greek",
        text: #"""
            Η ουρά απορροφά τις αιχμές, δεν αφαιρεί τη δουλειά.
            Κάθε υπηρεσία κρατά μόνο τα δικά της δεδομένα.
            Το μήνυμα έφτασε αργότερα απ’ όσο περιμέναμε.
            Ένα γεγονός λέει τι συνέβη, μια εντολή τι πρέπει να γίνει.
            Η αρχιτεκτονική είναι αποφάσεις που δύσκολα αλλάζουν.
            Ποιος διάβασε το ημερολόγιο; Κανείς ακόμη.
            Ύστερα από τρεις προσπάθειες το αίτημα εγκαταλείπεται.
            Όλοι οι κόμβοι συμφώνησαν, εκτός από έναν.
            Το κόστος έπεσε στα 250 € τον μήνα.
            Άλλαξε μόνο ό,τι μπορείς να εξηγήσεις.
            """#, quotes: ("«", "»"))
}

extension CleanProse {
    /// Lines of words and clauses of the language, put together at random: numbers, quotes, dashes and arrows with them.
    func lines(_ count: Int, seed: UInt64) -> [String] {
        var random = SeededRandom(seed: seed)
        let clauses = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return (0..<count).map { _ in
            var words: [String] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                guard let clause = clauses.randomElement(using: &random) else { continue }
                let start = Int.random(in: 0..<clause.count, using: &random)
                let end = Int.random(in: start..<clause.count, using: &random)
                words += decorated(Array(clause[start...end]), &random)
            }
            return words.joined(separator: " ")
        }
    }

    private func decorated(_ words: [String], _ random: inout SeededRandom) -> [String] {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: [quotes.open + words.joined(separator: " ") + quotes.close]
        case 1: words + ["—"]
        case 2: ["**" + words[0] + "**"] + words.dropFirst()
        case 3: ["→"] + words
        case 4: ["\(Int.random(in: 1...2026, using: &random))"] + words
        default: words
        }
    }
}
