/*
 * Every keyword of the language, once.
 */
// a comment
# another
/* one more */
workspace "Works" "All that machines do" {
    !identifiers hierarchical
    !impliedRelationships true
    !const ORG "Acme"
    !var TEAM "red"
    name "New works"
    description "What the machines do"
    properties {
        owner ${TEAM}
    }
    model {
        properties {
            "structurizr.groupSeparator" "/"
        }
        archetypes {
            application = container {
                technology "Swift"
                tag "Application"
            }
            https = -> {
                technology "HTTPS"
                tags "Async"
            }
            microservice = application {
                description "small"
            }
        }
        group "Acme" {
            group "Sales" {
                u = person "User" "A user" "Tag1,Tag2" {
                    url https://example.org
                    properties {
                        desk 4
                    }
                    perspectives {
                        "Security" "Signs in" "High"
                    }
                }
            }
            v = person "Other"
        }
        hw = element "Hardware" "Device" "A device" "HW" {
            this -> u "shows"
        }
        x = softwareSystem "X"
        ss = softwareSystem "${ORG} System" """
            A long
            text block
            """ {
            tags "T" "U"
            group "G" {
                wa = microservice "Web" {
                    c = component "C" "Draws" "SVG" "tag" {
                        technology "CSS"
                        -> u "Notifies"
                    }
                }
            }
            db = container "Database" "Keeps" \
                "PostgreSQL" \
                "Database"
            wa -> db "Reads" "JDBC" "Sync" {
                url https://example.org/jdbc
                properties {
                    pool 8
                }
                perspectives {
                    Performance "slow"
                }
            }
        }
        r1 = u -> ss.wa "Uses"
        v --https-> ss.wa "Uses securely"
        ss -> x "Calls"
        live = deploymentEnvironment "Live" {
            g1 = deploymentGroup "One"
            g2 = deploymentGroup "Two"
            cloud = deploymentNode "Cloud" "Rented" "Racks" "Rented" 2 {
                lb = infrastructureNode "LB" "Shares work" "HAProxy" "Balancer"
                n1 = deploymentNode "Node" {
                    instances "1..N"
                    wi = containerInstance ss.wa g1 "Fast"
                    containerInstance ss.db g1,g2
                    xi = softwareSystemInstance x
                    i2 = instanceOf ss.db g2 {
                        description "The spare one"
                        healthCheck "alive" https://example.org/health 60 1000
                    }
                }
                lb -> n1.wi "Forwards to"
            }
        }
        !element ss.wa {
            tags "Later"
        }
        !relationship r1 {
            tags "First"
        }
        !elements "element.type==Container" {
            tags "AllContainers"
        }
        !relationships "*->*" {
            tags "AllLines"
        }
    }
    views {
        properties {
            "structurizr.sort" "created"
        }
        systemLandscape "land" "Land" {
            include *
            exclude "hw->*"
            autoLayout lr 200 100
            title "The Title"
            description "All there is"
            properties {
                shelf top
            }
            default
        }
        systemContext ss "ctx" {
            include *?
            animation {
                ss
                u v
            }
            autoLayout
        }
        container ss "cont" {
            include "->ss.wa->" x
            exclude "relationship.tag==Nothing"
        }
        component ss.wa "comp" {
            include *
            include "element.type==Person"
        }
        filtered "land" include "Person,Relationship" "filt" "People alone"
        dynamic ss "dyn" "Signing in" {
            1: u -> ss.wa "asks"
            ss.wa -> ss.db "looks up"
            {
                {
                    ss.wa -> ss.db "reads names"
                }
                {
                    ss.wa -> ss.db "reads keys"
                }
            }
            ss.db -> ss.wa "answers"
            autoLayout lr
        }
        deployment ss live "dep" {
            include *
            exclude live.cloud.lb
        }
        deployment * "Live" "all-of-it" {
            include *
        }
        image * "img2" {
            light {
                mermaid a.mmd
            }
            dark {
                mermaid b.mmd
            }
        }
        custom "cust" "Things" "Made of metal" {
            include hw
        }
        image ss "img" {
            plantuml inner.puml
            title "Inside"
        }
        terminology {
            person "Actor"
            softwareSystem "App"
            container "Box"
            component "Part"
            deploymentNode "Host"
            infrastructureNode "Infra"
            relationship "Link"
        }
        styles {
            light {
                element "Person" {
                    background #ffffff
                    color #000000
                }
            }
            dark {
                element "Person" {
                    background #000000
                    colour white
                }
                relationship "Relationship" {
                    color yellow
                }
            }
            element "Database" {
                shape cylinder
                icon icon.png
                width 450
                height 300
                background lightblue
                color #111111
                stroke #222222
                strokeWidth 4
                fontSize 24
                border dashed
                opacity 50
                metadata false
                description false
                properties {
                    shade deep
                }
            }
            relationship "Relationship" {
                thickness 2
                color #707070
                style dotted
                routing orthogonal
                jump true
                fontSize 24
                width 200
                position 50
                opacity 100
            }
        }
    }
    configuration {
        scope softwaresystem
        visibility private
        users {
            ann@example.org read
            bob write
        }
        properties {
            floor 2
        }
    }
}
