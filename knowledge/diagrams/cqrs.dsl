workspace "CQRS" "An order service whose writes and reads have models of their own." {

    !identifiers hierarchical

    model {

        customer = person "Customer" "Places orders, and looks at them."

        orders = softwareSystem "Order service" "Takes orders, and shows them." {
            properties {
                "pattern" "cqrs"
            }

            commands = container "Write model" "Checks each command against the rules, and changes state." "Swift"
            database = container "Write database" "Orders, normalized, and the outbox beside them." "PostgreSQL" "Store" {
                properties {
                    "pattern" "transactional-outbox"
                }
            }
            relay = container "Event relay" "Publishes committed events in their order." "Change data capture"
            projection = container "Projection" "Turns events into rows that screens can show." "Swift"
            views = container "Read database" "Orders as the screens want them; rebuilt from events." "Elasticsearch" "Store" {
                properties {
                    "pattern" "read-model"
                }
            }
            queries = container "Read model" "Answers queries, and never changes state." "Swift" {
                properties {
                    "pattern" "read-model"
                }
            }
        }

        customer -> orders.commands "Sends commands to" "HTTPS"
        customer -> orders.queries "Asks" "HTTPS"
        orders.commands -> orders.database "Saves state and event in one transaction in" "SQL"
        orders.relay -> orders.database "Reads the outbox of" "Logical replication"
        orders.relay -> orders.projection "Delivers events, at least once, to" "Kafka"
        orders.projection -> orders.views "Updates" "HTTPS"
        orders.queries -> orders.views "Searches" "HTTPS"
    }

    views {
        container orders "cqrs" "Commands take one way, queries another; events join them." {
            title "CQRS: an order service with two models"
            include *
            autoLayout lr
        }
        dynamic orders "cqrs-read-your-own-write" "The command answers with a version, and the query waits for it." {
            title "CQRS: how customers see their own change"
            customer -> orders.commands "PlaceOrder"
            orders.commands -> orders.database "State and OrderPlaced v7"
            orders.commands -> customer "Accepted, version 7"
            orders.relay -> orders.projection "OrderPlaced v7"
            orders.projection -> orders.views "Order at version 7"
            customer -> orders.queries "My orders, at least version 7"
            orders.queries -> orders.views "Waits briefly for version 7"
            autoLayout lr
        }

        styles {
            element "Store" {
                shape Cylinder
            }
            element "Queue" {
                shape Pipe
            }
        }
    }
}
