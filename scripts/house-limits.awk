# Reports files of more than 300 lines and functions of more than 40, texts between """ not counted in functions.
#
# Relies on the format that `swift format` keeps: the brace that ends a function stands alone at its indentation.

function report(line, message) {
    print name ":" line ": " message
    failed = 1
}

function finish_file() {
    if (lines > 300) report(1, lines " lines; the limit of a file is 300")
}

FNR == 1 {
    if (name != "") finish_file()
    name = FILENAME
    split("", start)
    in_text = text_lines = 0
}

{ lines = FNR }

in_text {
    text_lines++
    if (/"""/) in_text = 0
    next
}

/"""/ { in_text = gsub(/"""/, "&") % 2 }

/^ *#/ || /^ *$/ { next }

{
    match($0, /^ */)
    indent = RLENGTH
    rest = substr($0, indent + 1)
    for (open in start) if (open + 0 > indent) delete start[open]
}

(indent in start) {
    if (rest ~ /^\}/) {
        length_in_lines = FNR - start[indent] + 1 - (text_lines - texts_before[indent])
        if (length_in_lines > 40) report(start[indent], length_in_lines " lines; the limit of a function is 40")
        delete start[indent]
    } else if (rest !~ /^[){]/ && rest !~ /^(where|throws|async|->)/) {
        delete start[indent]
    }
}

rest ~ /^(@[A-Za-z]+(\([^)]*\))? +)*((package|public|private|fileprivate|internal|static|mutating|borrowing|consuming|nonisolated|override|final) +)*(func |init[(<?]|deinit|subscript[(<])/ {
    if (rest !~ /\}$/) {
        start[indent] = FNR
        texts_before[indent] = text_lines
    }
}

END {
    finish_file()
    exit failed
}
