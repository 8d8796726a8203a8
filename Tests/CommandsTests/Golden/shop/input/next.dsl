workspace "Shop" "A shop for bread." {
    !identifiers hierarchical
    model {
        guest = person "Guest" "Buys bread."
        shop = softwareSystem "Shop" "Takes orders." {
            web = container "Web shop" "Shows what is baked today." "Swift" {
                properties {
                    "adr" "1"
                    "pattern" "storefront"
                }
            }
            mail = container "Mails" "Sends mails."
            store = container "Orders" "Keeps every order." "PostgreSQL" "Store"
        }
        guest -> shop.web "Orders bread at" "HTTPS"
        shop.web -> shop.store "Writes orders to" "SQL"
        shop.web -> shop.mail "Confirms with"
    }
    views {
        systemContext shop "context" {
            include *
        }
        container shop "containers" "The parts of the shop." {
            include *
            autoLayout lr
        }
        styles {
            element "Store" {
                shape Cylinder
            }
        }
    }
}
