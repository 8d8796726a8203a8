workspace "Analytics pipeline" "Four uses of one stream of ride events (review week 7, question 4)." {

    !identifiers hierarchical

    model {

        dispatcher = person "Dispatcher" "Watches the live map."
        scientist = person "Data scientist" "Trains models on two years of rides."

        rental = softwareSystem "Scooter rental" "Rents scooters, and learns from every ride." {
            producer = container "Ride service" "Publishes what happens in a ride, idempotently." "Swift"
            topic = container "ride-events" "24 partitions, key rider_id, 14 days, three copies." "Kafka" "Queue" {
                properties {
                    "pattern" "partitioning"
                }
            }
            dashboard = container "Dashboard" "Three members; windows of a second." "Swift, consumer group" {
                properties {
                    "pattern" "consumer-group"
                }
            }
            fraud = container "Fraud scoring" "24 members, one event at a time in each partition." "Swift, consumer group" {
                properties {
                    "pattern" "offset-management"
                }
            }
            features = container "Feature store" "What is known of a rider." "Redis" "Store"
            sink = container "Lake sink" "Four members; names each file after its partition and offsets." "Swift, consumer group"
            lake = container "Data lake" "Every event, 657 GB a year." "Parquet" "Store"
            aggregates = container "Daily aggregates" "Reads the lake, so that late events count too." "SQL jobs"
        }

        rental.producer -> rental.topic "Publishes ride events to" "acks=all"
        rental.dashboard -> rental.topic "Reads from the latest offset of"
        rental.dashboard -> dispatcher "Shows the live map to" "under 5 s"
        rental.fraud -> rental.topic "Reads, and commits after each batch, in"
        rental.fraud -> rental.features "Waits for features from" "40 ms"
        rental.sink -> rental.topic "Reads, and commits with each file, in"
        rental.sink -> rental.lake "Writes files to"
        rental.aggregates -> rental.lake "Reads"
        scientist -> rental.lake "Trains on"
    }

    views {
        container rental "analytics-pipeline" "Groups do not affect each other: each commits its own position." {
            title "Analytics pipeline: one stream, four uses"
            include *
            autoLayout tb
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
