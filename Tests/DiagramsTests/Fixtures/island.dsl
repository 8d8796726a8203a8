workspace "Остров" "An island without views, in two alphabets: العربية and 日本語." {
    model {
        человек = person "skipped"
        islander = person "Островитянин" "Lives on \"the rock\" <b>alone</b> & likes it; 100% #1."
        boat = softwareSystem "Лодка 🚤" "Goes to the mainland: C:\new\table"
        islander -> boat "Гребёт" "вёсла"
        lamp = element "灯台"
        boat -> lamp "見る"
    }
}
