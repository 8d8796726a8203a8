workspace "Real-time chat" "Direct and group conversations in one order for all (review week 7, question 2)." {

    !identifiers hierarchical

    model {

        sender = person "Sender" "Writes a message."
        recipient = person "Recipient" "Reads it, at once or after a week."

        chat = softwareSystem "Chat" "Delivers messages; nobody loses one by being offline." {
            gateway = container "Gateways" "Hold 50,000 connections each." "Swift"
            service = container "Chat service" "Authorizes, and answers only when the message is durable." "Swift"
            log = container "Message log" "Topic messages, key conversation_id; its order is the order." "Kafka" "Queue" {
                properties {
                    "pattern" "event-streaming"
                }
            }
            router = container "Router" "Hands each message to the gateways of its recipients." "Swift, consumer group"
            history = container "History writer" "Stores messages and inbox entries." "Swift, consumer group"
            notifier = container "Notifier" "Finds those without a session." "Swift, consumer group"
            sessions = container "Session registry" "Which gateway each user is on." "Redis" "Store"
            messages = container "Message store" "Conversations and inboxes, up to one year back." "Cassandra" "Store"
            pushes = container "Push queue" "Items that are independent of each other." "SQS" "Queue"
        }
        push = softwareSystem "Push services" "Wake the phones." {
            tags "External"
        }

        sender -> chat.gateway "Sends through" "WebSocket"
        chat.gateway -> chat.service "Passes messages to" "gRPC"
        chat.service -> chat.log "Appends to" "acks=all"
        chat.router -> chat.log "Reads"
        chat.router -> chat.sessions "Looks up recipients in"
        chat.router -> chat.gateway "Hands messages to" "gRPC"
        chat.gateway -> recipient "Delivers to" "WebSocket"
        chat.history -> chat.log "Reads"
        chat.history -> chat.messages "Stores in"
        chat.notifier -> chat.log "Reads"
        chat.notifier -> chat.pushes "Puts notifications into"
        chat.pushes -> push "Are sent to" "HTTPS"
    }

    views {
        container chat "chat" "A log for order and replay, a queue for pushes." {
            title "Real-time chat: durable first, then visible"
            include *
            autoLayout tb
        }
        dynamic chat "chat-delivery" "89 ms at the median, in one region." {
            title "Real-time chat: the way of a message"
            sender -> chat.gateway "Message with client_message_id"
            chat.gateway -> chat.service "Message"
            chat.service -> chat.log "Append, key conversation_id"
            chat.service -> chat.gateway "Sent"
            {
                {
                    chat.router -> chat.log "Poll"
                    chat.router -> chat.sessions "Which gateway?"
                    chat.router -> chat.gateway "Hand over"
                    chat.gateway -> recipient "Message"
                }
                {
                    chat.history -> chat.log "Poll"
                    chat.history -> chat.messages "Store"
                }
            }
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
