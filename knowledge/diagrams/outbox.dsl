workspace "Transactional outbox" "State and message are saved together, and published afterwards." {

    !identifiers hierarchical

    model {

        service = softwareSystem "Payment service" "Marks orders as paid, and tells others." {
            properties {
                "pattern" "transactional-outbox"
            }

            api = container "API" "Changes an order and writes its event in one transaction." "Swift"
            database = container "Database" "The orders, and the outbox table beside them." "PostgreSQL" "Store"
            relay = container "Relay" "Publishes unpublished rows in their order, and marks them." "Change data capture" {
                properties {
                    "pattern" "change-data-capture"
                }
            }
        }
        broker = softwareSystem "Broker" "Keeps the events, one partition for each order." {
            tags "Queue" "External"
        }
        shipping = softwareSystem "Shipping" "Ships what is paid; drops events that it has seen." {
            tags "External"
            properties {
                "pattern" "idempotent-consumer"
            }
        }
        cashier = person "Cashier" "Confirms payments."

        cashier -> service.api "Confirms a payment with" "HTTPS"
        service.api -> service.database "Updates the order and inserts the event in" "one SQL transaction"
        service.relay -> service.database "Reads committed rows of" "Logical replication"
        service.relay -> broker "Publishes OrderPaid to, at least once" "Kafka"
        broker -> shipping "Delivers events to" "Kafka"
    }

    views {
        container service "outbox" "No message is lost, and none tells of what did not happen." {
            title "Transactional outbox: a payment service"
            include * shipping
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
