workspace "Social feed" "The home feed of a photo community: posting is rare, reading is constant (review week 7, question 5)." {

    !identifiers hierarchical

    model {

        member = person "Member" "Posts rarely, reads constantly."

        feed = softwareSystem "Photo community" "Shows the latest 50 posts of whom one follows." {
            properties {
                "pattern" "cqrs"
            }

            posting = container "Posting service" "Accepts posts and follows." "Swift"
            posts = container "Write model" "Posts, follows and the outbox, in 16 shards by account." "PostgreSQL" "Store" {
                properties {
                    "pattern" "transactional-outbox"
                }
            }
            events = container "post-events" "Key author_id." "Kafka" "Queue"
            planner = container "Fan-out planner" "Reads followers in pages, and splits large fan-outs." "Swift, consumer group" {
                properties {
                    "pattern" "fan-out"
                }
            }
            batches = container "fanout-batches" "Pages of 2,000 followers." "Kafka" "Queue"
            workers = container "Fan-out workers" "Add the post to the feeds of weekly active followers." "Swift"
            projections = container "Projections" "Post cache, author timelines and search index, a group each." "Swift, consumer groups"
            views = container "Read model" "Feeds of ids, posts, timelines and counters." "Redis" "Store" {
                properties {
                    "pattern" "read-model"
                }
            }
            search = container "Search index" "Captions, tags and authors; rebuilt from events." "Elasticsearch" "Store"
            reading = container "Feed service" "Merges in large accounts, filters, and returns 50 posts." "Swift"
        }

        member -> feed.posting "Posts and follows through" "HTTPS"
        member -> feed.reading "Opens the feed through" "HTTPS, under 100 ms"
        feed.posting -> feed.posts "Saves post and event in one transaction in" "SQL"
        feed.posts -> feed.events "Is published to" "Change data capture"
        feed.planner -> feed.events "Reads"
        feed.planner -> feed.batches "Puts pages into"
        feed.workers -> feed.batches "Read"
        feed.workers -> feed.views "Add post ids to" "ZADD"
        feed.projections -> feed.events "Read"
        feed.projections -> feed.views "Update"
        feed.projections -> feed.search "Index in"
        feed.reading -> feed.views "Reads ids and posts from"
    }

    views {
        container feed "social-feed" "A feed holds ids and not posts; large accounts are merged on reading." {
            title "Social feed: two models and what joins them"
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
