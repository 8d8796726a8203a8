/// The distances that a layout keeps, in the orientation "relationships run down the page".
///
/// "Cross" is the axis along a rank, "main" the axis from rank to rank.
struct Spacing: Sendable {
    /// Where the titles of frames stand in this orientation.
    enum TitleSide: Sendable {
        /// Before the first rank of the frame, between the lines that come in.
        case mainStart
        /// After the last rank of the frame, between the lines that go out.
        case mainEnd
        /// Before the first item on the cross axis, where no line passes.
        case crossStart
    }

    var titleSide: TitleSide = .mainStart

    /// How much narrowness counts beside straight lines.
    var pageWeight = 1

    // Cross axis.
    var boxGap: Int
    var labelGap: Int
    var lineGap: Int
    var lineBoxGap: Int
    var frameGap: Int
    var framePadding: Int
    /// The thickness of a line: 0 where lines have none, 1 where they fill cells.
    var lineWidth: Int
    /// Between the corner of a box and the first line at its side.
    var portInset: Int
    /// Between two lines at one side of a box.
    var portPitch: Int
    /// Lines closer than this look like one.
    var lineClearance: Int

    // Main axis.
    var trackPitch: Int
    /// Between a rank and the first track of the channel after it, or the last track of the channel before it.
    var trackMargin: Int
    /// As `trackMargin`, where an arrow points at a box of the rank.
    var arrowMargin: Int
    /// The least height of a channel.
    var channelMinimum: Int
    var frameStart: Int
    var frameEnd: Int
    /// Between the title and the border or the lines beside it.
    var titleClearance: Int

    /// How far the line of a box to itself runs out, and the room between it and its label.
    var loopReach: Int
    var loopLabelGap: Int

    /// Gives room up where the page is narrow.
    ///
    /// - Parameter isLast: whether frames may stand close to what is in them and to each other.
    mutating func tighten(isLast: Bool) {
        if isLast {
            framePadding = 0
            frameGap = 0
            return
        }
        pageWeight = 60
        boxGap = 2
        labelGap = 1
        lineGap = 1
        framePadding = 1
        frameGap = 1
        lineBoxGap = 1
    }

    /// The distances of a drawing in pixels, the same for both orientations.
    static let pixels = Spacing(
        boxGap: 44, labelGap: 18, lineGap: 18, lineBoxGap: 22, frameGap: 30, framePadding: 24, lineWidth: 0,
        portInset: 16, portPitch: 18, lineClearance: 9, trackPitch: 14, trackMargin: 14, arrowMargin: 26,
        channelMinimum: 26, frameStart: 16, frameEnd: 24, titleClearance: 10, loopReach: 26, loopLabelGap: 8)

    /// The distances of a drawing in character cells whose relationships run down the page.
    static let cellsDown = Spacing(
        boxGap: 3, labelGap: 2, lineGap: 2, lineBoxGap: 2, frameGap: 2, framePadding: 2, lineWidth: 1,
        portInset: 2, portPitch: 2, lineClearance: 1, trackPitch: 1, trackMargin: 0, arrowMargin: 1,
        channelMinimum: 1, frameStart: 0, frameEnd: 1, titleClearance: 2, loopReach: 3, loopLabelGap: 1)

    /// The distances of a drawing in character cells whose relationships run to the right.
    static let cellsAcross = Spacing(
        boxGap: 1, labelGap: 1, lineGap: 1, lineBoxGap: 1, frameGap: 1, framePadding: 1, lineWidth: 1,
        portInset: 1, portPitch: 1, lineClearance: 1, trackPitch: 2, trackMargin: 2, arrowMargin: 3,
        channelMinimum: 3, frameStart: 2, frameEnd: 2, titleClearance: 1, loopReach: 1, loopLabelGap: 0)
}
