// A file as many people write it: flat identifiers, no keys for some views.
workspace {
    model {
        reader = person "Reader"
        librarian = person "Librarian" "Knows where everything is"
        catalog = softwareSystem "Catalog" {
            ui = container "Search page" "Finds books" "HTML"
            index = container "Index" "" "Lucene" "Database"
            importer = container "Importer" {
                parser = component "Parser" "Reads MARC records"
                writer = component "Writer" "Fills the index"
            }
            parser -> writer "Hands records to"
        }
        /* Other
           systems */
        mail = softwareSystem "Mail" "" "Existing"
        # Relationships
        reader -> ui "Searches" \
            "HTTPS"
        ui -> index "Asks"
        writer -> index "Fills"
        importer -> mail "Reports errors with" "SMTP" "Async,Rare"
        librarian -> importer "Starts"
        ui -> mail
        production = deploymentEnvironment "Production" {
            deploymentNode "Server" {
                containerInstance ui
                containerInstance index
                deploymentNode "Night worker" {
                    containerInstance importer
                }
            }
        }
    }
    views {
        container catalog "catalog" {
            include *
            autoLayout
        }
        component importer "importer" {
            include *
            exclude mail
        }
        deployment catalog production "servers" {
            include *
        }
    }
}
