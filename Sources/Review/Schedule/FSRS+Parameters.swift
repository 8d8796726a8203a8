extension FSRS {
    /// The 21 weights of the algorithm, each within its bounds.
    package struct Parameters: Sendable, Equatable {
        package let weights: [Double]

        /// The weights, or nil when there are not 21 of them or one is out of its bounds.
        package init?(_ weights: [Double]) {
            guard weights.count == Parameters.bounds.count else { return nil }
            guard zip(weights, Parameters.bounds).allSatisfy({ $1.contains($0) }) else { return nil }
            self.weights = weights
        }

        private init(standard weights: [Double]) { self.weights = weights }

        subscript(index: Int) -> Double { weights[index] }

        /// The default weights of FSRS-6, trained by its authors on the reviews of ten thousand people.
        package static let standard = Parameters(
            standard: [
                0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
                0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
            ])

        /// What py-fsrs accepts for each weight.
        private static let bounds: [ClosedRange<Double>] = [
            0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75, 0...4.5,
            0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6, 0...2, 0...2, 0...0.8,
            0.1...0.8,
        ]
    }
}
