workspace "Order saga" "A furniture shop completes an order across four services (review week 7, question 3)." {

    !identifiers hierarchical

    model {

        customer = person "Customer" "Orders furniture."
        support = person "Support" "Looks after orders that are stuck."

        shop = softwareSystem "Furniture shop" "Completes an order, or leaves nothing behind." {
            properties {
                "pattern" "saga"
            }

            orders = container "Order service" "Keeps orders; they stay PENDING until the pivot." "Swift"
            saga = container "Orchestrator" "Runs the steps in their order, persists each one, and compensates." "Step Functions" {
                properties {
                    "pattern" "orchestration-and-choreography"
                }
            }
            stock = container "Stock service" "Holds items for 30 minutes, and releases them." "Swift"
            payment = container "Payment service" "Authorizes, voids and captures, by idempotency key." "Swift"
            shipping = container "Shipping service" "Books the carrier: the pivot." "Swift"
            email = container "Mail service" "Sends the confirmation; never fails an order." "Swift"
        }
        bank = softwareSystem "Payment provider" "Moves the money." {
            tags "External"
        }
        carrier = softwareSystem "Carrier" "Delivers the furniture." {
            tags "External"
        }

        customer -> shop.orders "Places an order with" "HTTPS"
        support -> shop.saga "Sees where an order stands in" "Console"
        shop.orders -> shop.saga "Starts a saga in" "Outbox"
        shop.saga -> shop.stock "Reserves and releases with" "Task"
        shop.saga -> shop.payment "Authorizes, voids and captures with" "Task"
        shop.saga -> shop.shipping "Books with" "Task"
        shop.saga -> shop.email "Confirms with" "Task"
        shop.saga -> shop.orders "Sets the state in" "Task"
        shop.payment -> bank "Charges through" "HTTPS"
        shop.shipping -> carrier "Books at" "HTTPS"
    }

    views {
        container shop "order-saga" "One orchestrator keeps the state of each order in one place." {
            title "Order saga: who takes part"
            include *
            autoLayout tb
        }
        dynamic shop "order-saga-success" "Before the pivot everything can be undone; after it everything is retried." {
            title "Order saga: the way forward"
            shop.orders -> shop.saga "Start"
            shop.saga -> shop.stock "ReserveStock"
            shop.saga -> shop.payment "AuthorizePayment"
            shop.saga -> shop.shipping "BookShipment, the pivot"
            shop.saga -> shop.orders "ConfirmOrder"
            shop.saga -> shop.email "SendConfirmation"
            shop.saga -> shop.payment "CapturePayment"
            autoLayout lr
        }
        dynamic shop "order-saga-failure" "An unknown outcome counts as one that happened." {
            title "Order saga: the carrier refuses"
            shop.orders -> shop.saga "Start"
            shop.saga -> shop.stock "ReserveStock"
            shop.saga -> shop.payment "AuthorizePayment"
            shop.saga -> shop.shipping "BookShipment fails"
            shop.saga -> shop.shipping "CancelShipment, if it exists"
            shop.saga -> shop.payment "VoidPayment"
            shop.saga -> shop.stock "ReleaseStock"
            shop.saga -> shop.orders "Set FAILED"
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
