workspace "Harbour" {
    !impliedRelationships false
    model {
        ships = softwareSystem "Ships" {
            bridge = container "Bridge"
            engine = container "Engine"
        }
        port = softwareSystem "Port" {
            crane = container "Crane"
        }
        bridge -> engine "Commands"
        bridge -> crane "Calls"
        !impliedRelationships true
        crane -> engine "Refuels"
        !element ships {
            radio = container "Radio" {
                properties {
                    "adr" "12"
                }
            }
            radio -> crane "Talks to"
        }
        !elements "element.tag==Container && element.parent==ships" {
            tags "Afloat"
        }
        !relationships "relationship.source==bridge" {
            tags "From the bridge"
        }
    }
    views {
        systemLandscape "sea" {
            include *
        }
        container ships "ships" {
            include "element.tag==Afloat"
            include crane
            exclude "*->engine"
        }
    }
}
