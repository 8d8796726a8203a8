workspace {
    model {
        ann = persn "Ann"
        ben = person "Ben" "Bakes."
        ben -> bem "Knows"
        !script groovy {
            println "no"
        }
    }
    views {
        systemLandscape {
            include *
        }
    }
}
