workspace "Video processing" "From the upload of a lecture to the notification that it is ready (review week 7, question 1)." {

    !identifiers hierarchical

    model {

        instructor = person "Instructor" "Uploads lectures."

        platform = softwareSystem "Course platform" "Checks, transcodes and publishes lectures." {
            api = container "Upload API" "Checks the quota, inserts the row, signs the upload URL; bytes never pass through it." "Swift"
            records = container "Lecture records" "The state of each lecture and of its jobs." "DynamoDB" "Store"
            storage = container "Object storage" "Sources and outputs, under keys that follow from the job." "S3" "Store"
            ingestQueue = container "Ingest queue" "Objects that were created." "SQS" "Queue"
            ingest = container "Ingest workers" "Probe the file, write the job plan, publish one message for each job." "Swift"
            jobs = container "Job queues" "One each for transcoding, thumbnails and captions, with a dead-letter queue." "SQS" "Queue" {
                properties {
                    "pattern" "dead-letter-queue"
                }
            }
            workers = container "Job workers" "A fleet for each queue; claim a job, write the output, mark it done." "Swift" {
                properties {
                    "pattern" "idempotent-consumer"
                }
            }
            notifier = container "Notifier" "Tells once for each lecture and version." "Swift"
        }

        instructor -> platform.api "Asks to upload" "HTTPS, under 500 ms"
        instructor -> platform.storage "Uploads straight to" "HTTPS, multipart"
        platform.api -> platform.records "Inserts PENDING_UPLOAD into"
        platform.storage -> platform.ingestQueue "Announces new objects in" "Event"
        platform.ingest -> platform.ingestQueue "Takes work from"
        platform.ingest -> platform.jobs "Publishes jobs to"
        platform.workers -> platform.jobs "Take work from, with heartbeats"
        platform.workers -> platform.storage "Read sources from, write outputs to"
        platform.workers -> platform.records "Claim jobs, and mark them done, in" "Conditional writes"
        platform.records -> platform.notifier "Announces READY to" "Change stream"
        platform.notifier -> instructor "Tells that a lecture is ready" "Email"
    }

    views {
        container platform "video-processing" "Each kind of job has a queue and a fleet of its own." {
            title "Video processing: from upload to ready"
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
