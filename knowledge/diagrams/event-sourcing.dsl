workspace "Event sourcing" "An order service that keeps every change, and computes the state." {

    !identifiers hierarchical

    model {

        customer = person "Customer" "Changes an order, and asks what became of it."

        orders = softwareSystem "Order service" "Keeps orders as streams of events." {
            properties {
                "pattern" "event-sourcing"
            }

            handler = container "Command handler" "Loads a stream, checks the rules, and appends what follows." "Swift"
            store = container "Event store" "One stream for each order; appends only if the version is the expected one." "KurrentDB" "Store" {
                properties {
                    "pattern" "event-store"
                }
            }
            snapshots = container "Snapshots" "The state of long streams at some version; can be thrown away." "PostgreSQL" "Store" {
                properties {
                    "pattern" "snapshot"
                }
            }
            projector = container "Projector" "Follows all events, and remembers how far it has read." "Swift"
            views = container "Read model" "Orders as lists and pages show them." "PostgreSQL" "Store" {
                properties {
                    "pattern" "read-model"
                }
            }
            notifier = container "Notifier" "Acts outside, such as by email; once for each event." "Swift" {
                properties {
                    "pattern" "idempotent-consumer"
                }
            }
        }
        mail = softwareSystem "Mail provider" "Delivers emails." {
            tags "External"
        }

        customer -> orders.handler "Sends commands to" "HTTPS"
        customer -> orders.views "Reads through a query API" "HTTPS"
        orders.handler -> orders.store "Loads a stream of, and appends to" "gRPC"
        orders.handler -> orders.snapshots "Begins from, where there is one" "SQL"
        orders.projector -> orders.store "Subscribes to" "gRPC"
        orders.projector -> orders.views "Updates" "SQL"
        orders.notifier -> orders.store "Subscribes to" "gRPC"
        orders.notifier -> mail "Sends emails through" "HTTPS"
    }

    views {
        container orders "event-sourcing" "Events are the truth; everything else is computed from them." {
            title "Event sourcing: an order service"
            include *
            autoLayout tb
        }
        dynamic orders "event-sourcing-append" "What happens when two commands meet." {
            title "Event sourcing: appending at an expected version"
            customer -> orders.handler "AddItem"
            orders.handler -> orders.snapshots "State at version 100"
            orders.handler -> orders.store "Events 101 to 107"
            orders.handler -> orders.store "Append ItemAdded, expecting 107"
            orders.store -> orders.handler "Conflict: 108 is there"
            orders.handler -> orders.store "Load 108, check again, append at 108"
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
