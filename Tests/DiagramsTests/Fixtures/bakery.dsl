workspace "Bakery" "A bakery that sells bread over the counter and online." {

    !identifiers hierarchical
    !docs docs
    !adrs adr madr

    properties {
        "owner" "The bakers"
        "quote \"here\"" "back\\slash and a\nline"
    }

    model {
        properties {
            "structurizr.groupSeparator" "/"
        }

        archetypes {
            service = container {
                technology "Swift"
                tags "Service"
            }
            quickService = service {
                description "Answers at once."
                tags "Quick"
            }
            sync = -> {
                technology "HTTPS"
                tags "Synchronous"
            }
        }

        group "Outside" {
            guest = person "Guest" "Buys bread." "Buyer,External"
            group "Suppliers" {
                mill = softwareSystem "Mill" {
                    description "Delivers flour."
                    tags "External"
                    url "https://mill.example/orders"
                }
            }
        }
        baker = person "Baker" """
            Bakes at night.
              Sleeps by day.
            """

        shop = softwareSystem "Online shop" "Takes orders." {
            perspectives {
                "Security" "Card data never reaches us." "high"
            }
            web = service "Web shop" "Shows what is baked." {
                catalog = component "Catalog" "Knows every loaf." "Swift" "Core"
                basket = component "Basket" "Holds what a guest wants."
                basket -> catalog "Asks for prices"
            }
            api = quickService "Order service"
            group "Data" {
                store = container "Orders" "Keeps every order." "PostgreSQL" "Database"
                queue = container "Oven queue" "" "" "Queue"
            }
            api -> store "Writes orders to" "SQL" {
                tags "Data"
                url "https://bakery.example/sql"
                properties {
                    "retries" "3"
                }
                perspectives {
                    "Security" "Encrypted."
                }
            }
            api -> queue "Puts work into"
            web --sync-> api "Places orders with"
        }
        oven = element "Oven" "Hardware" "Bakes at 240 degrees." "Machine"
        thermometer = element "Thermometer" "Hardware"
        thermometer -> oven "Measures"

        guest -> shop.web "Orders bread at"
        baker -> shop.queue "Takes work from"
        shop.api -> mill "Orders flour from" "EDI"
        shop.api -> shop.api "Retries"

        live = deploymentEnvironment "Live" {
            blue = deploymentGroup "Blue"
            green = deploymentGroup "Green"
            cloud = deploymentNode "Cloud" "Rented." "Linux" "Rented" {
                group "Front" {
                    edge = infrastructureNode "Balancer" "Spreads load." "nginx"
                }
                one = deploymentNode "Host one" "" "Debian" "" "4" {
                    web = containerInstance shop.web "blue" "Canary"
                    api = containerInstance shop.api blue
                }
                two = deploymentNode "Host two" {
                    instances "1..N"
                    api = containerInstance shop.api green
                    store = containerInstance shop.store blue,green
                }
                edge -> one.web "Forwards to"
            }
            softwareSystemNode = deploymentNode "Elsewhere" {
                softwareSystemInstance mill
            }
        }
    }

    views {
        systemLandscape "all" "Everything around the bakery." {
            include *
            autoLayout lr 200 100
        }
        systemContext shop "context" {
            title "Who buys"
            include *
            exclude "relationship.tag==Data"
            animation {
                guest
                shop mill
            }
            default
        }
        container shop "containers" "The parts." {
            include *
            include ->shop.api->
            exclude "element.tag==Queue || element.technology==Fax"
            properties {
                "page" "2"
            }
        }
        component shop.web "components" {
            include *? shop.api
        }
        filtered "context" exclude "External" "inside" "Without the outside."
        dynamic shop "ordering" "How an order is placed." {
            title "Placing an order"
            guest -> shop.web "Fills a basket"
            shop.web -> shop.api "Sends it" "HTTPS"
            {
                {
                    shop.api -> shop.store "Stores it"
                }
                {
                    shop.api -> shop.queue "Queues it"
                }
            }
            shop.web -> guest "Thanks"
            autoLayout lr
        }
        deployment shop live "running" {
            include *
        }
        deployment * "Live" "everything" {
            include *
        }
        custom "machines" "What is hot" "The machines." {
            include *
        }
        image * "photo" {
            image oven.png
            title "The oven"
        }
        properties {
            "c4plantuml.legend" "true"
        }
        styles {
            element "Element" {
                color #222222
            }
            element "Database" {
                shape Cylinder
                background #fff
                stroke steelblue
                strokeWidth 3
                border dotted
                opacity 90
                metadata false
                width 300
                height 200
                fontSize 20
                icon icons/db.png
                properties {
                    "a" "b"
                }
            }
            light {
                element "Machine" {
                    background white
                }
            }
            dark {
                element "Machine" {
                    background black
                    description false
                }
                relationship "Relationship" {
                    color white
                }
            }
            relationship "Data" {
                thickness 4
                style solid
                routing Orthogonal
                jump true
                fontSize 18
                width 160
                position 40
                opacity 80
            }
        }
        terminology {
            container "Service"
            relationship "Use"
        }
    }

    configuration {
        scope softwaresystem
        visibility private
        users {
            ann@bakery.example write
        }
        properties {
            "x" "y"
        }
    }
}
