workspace "Archbook" "What the program is made of, and who uses it." {

    !identifiers hierarchical

    model {
        properties {
            "structurizr.groupSeparator" "/"
        }

        architect = person "Architect" "Writes down patterns, decisions and diagrams, and looks after the book."
        engineer = person "Engineer" "Looks things up, proposes, decides with others, and practises weekly."
        reader = person "Reader" "Reads the published pages; needs nothing but a browser."

        archbook = softwareSystem "Archbook" "Turns a folder of Markdown into one tagged catalog that is searched, checked, practised and published." {
            properties {
                "adr" "1"
            }

            program = container "Program" "Every command: reads the book, answers, and writes what it is told to." "Swift, one binary" {
                properties {
                    "adr" "2"
                }

                group "What the user sees" {
                    commands = component "Commands" "One file for each subcommand: parses, calls, prints one value." "Swift module"
                    terminal = component "Terminal" "Colour, width, keys, and how values and findings look in text." "Swift module"
                    site = component "Site" "Makes the files of a static site of a book." "Swift module"
                }
                group "What is asked of a book" {
                    checks = component "Checks" "One rule for each file: a book in, findings out." "Swift module"
                    review = component "Review" "Questions, sessions, grades and their schedule." "Swift module" {
                        properties {
                            "adr" "14"
                        }
                    }
                    search = component "Search" "Words, stems, index and ranking for terminal and site." "Swift module" {
                        properties {
                            "adr" "10"
                        }
                    }
                }
                group "What makes a book" {
                    workspace = component "Workspace" "The only module that sees the disk: finds, reads, and writes several files as one change." "Swift module" {
                        properties {
                            "adr" "12"
                        }
                    }
                    reading = component "Reading" "Repairs text, and turns Markdown trees into entries." "Swift module" {
                        properties {
                            "adr" "6"
                        }
                    }
                    records = component "Records" "Decisions and proposals: dialects, lifecycle, byte-exact edits." "Swift module"
                    diagrams = component "Diagrams" "C4 as text: languages in, views, pictures and other tools' formats out." "Swift module"
                    markdown = component "Markdown" "Bytes to a Markdown tree; the only module that sees libcmark-gfm." "Swift module" {
                        properties {
                            "adr" "3"
                        }
                    }
                }
            }

            book = container "Book" "Notes, links, review weeks, decisions, proposals and diagrams: the truth." "Markdown in git" {
                tags "Store"
            }
            log = container "Review log" "Every answer ever given; it only grows." "JSON Lines" {
                tags "Store"
                properties {
                    "adr" "14"
                }
            }
            cache = container "Cache" "The search index; it can be thrown away at any time." "Files" {
                tags "Store"
            }
            pages = container "Pages" "The published book: works from a folder, without a server or JavaScript." "HTML, CSS, SVG"
        }

        git = softwareSystem "git" "Keeps the history of the book, and tells when what changed." {
            tags "External"
        }
        ci = softwareSystem "Continuous integration" "Checks each change of the book, and publishes the pages." {
            tags "External"
        }
        web = softwareSystem "Web" "The pages that the book's links lead to." {
            tags "External"
        }

        architect -> archbook.program "Writes, decides and draws with"
        architect -> archbook.book "Edits in any editor"
        engineer -> archbook.program "Searches and practises with"
        reader -> archbook.pages "Reads"

        archbook.program -> archbook.book "Reads, and changes only the lines it must"
        archbook.program -> archbook.log "Appends answers to"
        archbook.program -> archbook.cache "Keeps the index in"
        archbook.program -> archbook.pages "Writes"
        archbook.program -> git "Asks for history" "git, local"
        archbook.program -> web "Asks whether links still answer" "HTTPS"
        archbook.book -> git "Is versioned in"
        ci -> archbook.program "Runs check and site build with"

        archbook.program.commands -> archbook.program.terminal "Prints through"
        archbook.program.commands -> archbook.program.workspace "Reads the book and writes changes through"
        archbook.program.commands -> archbook.program.checks "Asks for findings"
        archbook.program.commands -> archbook.program.review "Runs sessions of"
        archbook.program.commands -> archbook.program.search "Asks"
        archbook.program.commands -> archbook.program.site "Has pages made by"
        archbook.program.workspace -> archbook.program.reading "Has sources read by"
        archbook.program.workspace -> archbook.program.records "Has records read by"
        archbook.program.workspace -> archbook.program.diagrams "Has diagrams read by"
        archbook.program.reading -> archbook.program.markdown "Takes trees from"
        archbook.program.records -> archbook.program.markdown "Takes trees from"
        archbook.program.site -> archbook.program.search "Takes its index from"
        archbook.program.site -> archbook.program.diagrams "Takes pictures from"
        archbook.program.site -> archbook.program.markdown "Takes trees from"
        archbook.program.workspace -> archbook.book "Reads and writes" "Files"
        archbook.program.workspace -> archbook.log "Appends to" "Files"
        archbook.program.workspace -> archbook.cache "Keeps" "Files"
        archbook.program.workspace -> archbook.pages "Writes" "Files"
    }

    views {
        systemContext archbook "archbook-context" "Who uses Archbook, and what it leans on." {
            title "Archbook: who uses it"
            include *
            autoLayout tb
        }
        container archbook "archbook-containers" "The one binary and what it reads and writes." {
            title "Archbook: program and data"
            include *
            autoLayout tb
        }
        component archbook.program "archbook-components" "The modules of the program; arrows point down only." {
            title "Archbook: modules"
            include "element.parent==archbook.program"
            autoLayout tb
        }

        styles {
            element "Store" {
                shape Cylinder
            }
        }
    }
}
