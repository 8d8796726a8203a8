/// Keeps the smallest of many numbers: a heap whose top is the largest of those kept.
struct SmallestKeys {
    private let limit: Int
    private var heap: [UInt64] = []

    /// - Parameter limit: how many to keep, at least one.
    init(_ limit: Int) { self.limit = limit }

    /// The largest of those kept; nil when there was none.
    var largest: UInt64? { heap.first }

    /// Those kept, each once, the smallest first.
    var distinct: [UInt64] {
        var distinct: [UInt64] = []
        for key in heap.sorted() where distinct.last != key { distinct.append(key) }
        return distinct
    }

    mutating func add(_ key: UInt64) {
        if heap.count < limit {
            heap.append(key)
            rise()
        } else if key < heap[0] {
            heap[0] = key
            sink()
        }
    }

    private mutating func rise() {
        var place = heap.count - 1
        while place > 0, heap[(place - 1) / 2] < heap[place] {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink() {
        var place = 0
        while 2 * place + 1 < heap.count {
            var child = 2 * place + 1
            if child + 1 < heap.count, heap[child + 1] > heap[child] { child += 1 }
            guard heap[place] < heap[child] else { return }
            heap.swapAt(place, child)
            place = child
        }
    }
}
