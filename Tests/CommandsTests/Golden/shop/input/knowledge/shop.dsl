workspace "Shop" "A shop for bread." {
    !identifiers hierarchical
    model {
        guest = person "Guest" "Buys bread."
        shop = softwareSystem "Shop" "Takes orders." {
            web = container "Web shop" "Shows what is baked." "Swift" {
                properties {
                    "adr" "1"
                    "pattern" "storefront"
                }
            }
            store = container "Orders" "Keeps every order." "PostgreSQL" "Store"
            spare = container "Spare"
        }
        guest -> shop.web "Orders bread at" "HTTPS"
        shop.web -> shop.store "Writes orders to" "SQL"
        shop.web -> guest
    }
    views {
        systemContext shop "context" {
            include *
        }
        container shop "containers" "The parts of the shop." {
            include *
            exclude shop.spare
            autoLayout lr
        }
        styles {
            element "Store" {
                shape Cylinder
            }
        }
    }
}
