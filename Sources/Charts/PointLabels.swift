extension Sketch {
  private struct Box {
    let left, right, top, bottom: Double

    func touches(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Writes the labels of points beside them: above, below, right or left, where nothing is yet.
  mutating func labelPoints(of series: [Series], beside reference: Reference?, in frame: Frame) {
    let points = series.flatMap(\.points)
    var taken = points.map { point in
      let (x, y) = (frame.pixel(x: point.x), frame.pixel(y: point.y))
      return Box(left: x - 5, right: x + 5, top: y - 5, bottom: y + 5)
    }
    if let reference {
      let y = frame.pixel(y: reference.value)
      taken.append(Box(left: frame.left, right: frame.right, top: y - 1, bottom: y + 1))
    }
    for point in points where !point.label.isEmpty {
      let (x, y) = (frame.pixel(x: point.x), frame.pixel(y: point.y))
      let wide = Charts.width(of: point.label, size: Self.smallSize)
      func box(_ left: Double, _ middle: Double) -> Box {
        Box(left: left, right: left + wide, top: middle - 7, bottom: middle + 7)
      }
      let candidates = [
        box(x - wide / 2, y - 15), box(x - wide / 2, y + 15), box(x + 9, y), box(x - 9 - wide, y),
        box(x + 7, y - 13), box(x + 7, y + 13), box(x - 7 - wide, y - 13),
        box(x - 7 - wide, y + 13),
      ]
      let free = candidates.first { candidate in
        candidate.left >= frame.left && candidate.right <= frame.right + 4
          && candidate.top >= frame.top - 10 && candidate.bottom <= frame.bottom
          && !taken.contains { $0.touches(candidate) }
      }
      let chosen = free ?? candidates[0]
      taken.append(chosen)
      text(
        point.label, x: chosen.left, y: (chosen.top + chosen.bottom) / 2, size: Self.smallSize)
    }
  }
}
